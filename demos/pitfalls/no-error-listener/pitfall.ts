import type { Pitfall } from '../pitfall.ts';

export const noErrorListener: Pitfall = {
  name: 'no-error-listener',
  title: 'A crash because nobody listens for errors',
  symptoms: [
    'one client leaves, and the whole server is down',
    'the server dies at night, with a stack in which there is no line of yours',
  ],
  errors: [
    'Error: read ECONNRESET',
    'Error: write EPIPE',
    "Unhandled 'error' event",
    'ConnectionResetError: [Errno 104] Connection reset by peer',
  ],
  rules: ['T16'],
  threads: [
    {
      title: 'nodejs-websocket: Catching ECONNRESET Exception',
      url: 'https://github.com/sitegui/nodejs-websocket/issues/26',
    },
    {
      title:
        'nodejs/node: TCP server throws an ECONNRESET error when a client is disconnected',
      url: 'https://github.com/nodejs/node/issues/40590',
    },
    {
      title: 'nodejs/help: Nodejs crashing with ECONNRESET',
      url: 'https://github.com/nodejs/help/issues/1807',
    },
  ],
  scene:
    'Alice and Bob talk to a server. Alice’s program is killed: her connection is reset (RST).',
  question: 'What happens to Bob?',
  why: [
    'In Node a socket reports a reset by the event `error`.',
    'If nobody listens for that event, Node throws it, and the process ends: all other callers lose their connections too.',
    '`right.ts` has a listener on every socket.',
    'It does not need to do anything: the event `close` follows in any case.',
  ],
  async check(trial) {
    const bob = await trial.connect('bob');
    await bob.asks(['Tea?']);
    const alice = await trial.connect('alice');
    await alice.asks(['Milk?']);
    alice.vanishes();
    await trial.others();
    if (await bob.isAnswered('Still there?'))
      return { ok: true, found: 'bob is still answered' };
    const { program } = trial;
    return {
      ok: false,
      found: `bob is not answered any more: ${await program.ended()}, ${program.error}`,
    };
  },
};
