import type { Pitfall } from '../pitfall.ts';
import type { Player } from '../trial/player.ts';

export const crashSpreads: Pitfall = {
  name: 'crash-spreads',
  title: 'One partner vanishes, and all others fall',
  symptoms: [
    'one client crashes, and the server goes down a little later',
    'the server dies when the other partner says something',
    'two pairs that have nothing to do with each other break together',
  ],
  errors: [
    "TypeError: Cannot read properties of undefined (reading 'write')",
    'KeyError',
    'BrokenPipeError: [Errno 32] Broken pipe',
  ],
  rules: ['T16', 'P15'],
  threads: [
    {
      title: 'Node-Media-Server: EPIPE error',
      url: 'https://github.com/illuspas/Node-Media-Server/issues/32',
    },
    {
      title: 'node-fast: server throwing EPIPE when connection is closed',
      url: 'https://github.com/mcavage/node-fast/issues/8',
    },
  ],
  scene:
    'Alice talks to Bob, and Carol to Dave. Alice’s program is killed, and Bob says something to her.',
  question: 'Can Carol and Dave go on?',
  why: [
    'A partner can be gone at any moment, so each use of a partner has two cases.',
    '`naive.ts` removes the pair, and does not tell Bob; his next words find no partner, and nobody expects that.',
    'Nobody catches the exception, so it ends the process, and with it every other pair.',
    '`right.ts` tells the partner who stays, and `?.` does nothing when there is no partner.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    const bob = await trial.connect('bob');
    const carol = await trial.connect('carol');
    const dave = await trial.connect('dave');
    alice.says('Tea?');
    await bob.hears();
    alice.vanishes();
    await unseen(carol, dave);
    bob.says('With milk, please');
    await unseen(carol, dave);
    carol.says('Still there?');
    if (await dave.hearsALine()) return { ok: true, found: 'carol and dave go on' };
    const { program } = trial;
    return {
      ok: false,
      found: `carol and dave are cut off: ${await program.ended()}, ${program.error}`,
    };
  },
};

/** Some words from one to the other, and by then the server has noticed what happened before. */
async function unseen(one: Player, other: Player): Promise<void> {
  for (let round = 0; round < 5; round++) {
    one.goesOn('…\n');
    await other.reaches(/…/);
  }
}
