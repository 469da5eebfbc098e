import type { Pitfall } from '../pitfall.ts';

const portion = `${'x'.repeat(262_143)}\nmore\n`;
const count = 128;

export const slowReader: Pitfall = {
  name: 'slow-reader',
  title: 'One slow reader stops the room',
  symptoms: [
    'one client hangs, and nobody gets messages any more',
    'the chat freezes when somebody closes a laptop',
    'head-of-line blocking, slow consumer',
  ],
  errors: [],
  rules: ['N11', 'N12'],
  threads: [
    {
      title: 'netpulse: slow client blocks broadcast and freezes the poller',
      url: 'https://github.com/gnacho/netpulse/issues/200',
    },
    {
      title: 'cuberite: Deadlock in networking: use asynchronous send()',
      url: 'https://github.com/cuberite/cuberite/issues/592',
    },
    {
      title: 'dirtsand: Move all sending operations to client threads',
      url: 'https://github.com/H-uru/dirtsand/pull/104',
    },
  ],
  scene:
    'Three members are in a room, and Carol’s program has stopped reading. Alice says 32 MiB, and a question.',
  question: 'Does the question reach Bob?',
  why: [
    'What Carol does not read fills the buffers of two kernels, and then her connection takes no more.',
    '`naive.ts` waits for her, which is right for one reader, and wrong for a room: the loop goes on to Bob only after her.',
    '`right.ts` waits for nobody, and disconnects a member for whom more than a megabyte waits.',
    'A room has four choices: it waits, keeps everything, drops messages, or drops the slow member.',
  ],
  async check(trial) {
    const carol = await trial.connect('carol');
    await carol.hears();
    carol.stalls();
    const bob = await trial.connect('bob');
    await bob.hears();
    const alice = await trial.connect('alice');
    await alice.hears();
    alice.writes(portion, '(32 MiB, bit by bit)');
    // The next when Bob has the last: he is as fast as Alice.
    for (let sent = 1; sent < count; sent++) {
      if ((await bob.reaches(/^more$/)) !== 'more')
        return {
          ok: false,
          found: 'bob hears no more, long before the 32 MiB are over',
        };
      alice.goesOn(portion);
    }
    alice.says('Did you get all that?');
    const heard = await bob.hearsAtLast(/^Did/);
    return { ok: heard === 'Did you get all that?', found: `bob hears "${heard}"` };
  },
};
