import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const spinAtEnd: Pitfall = {
  name: 'spin-at-end',
  title: 'The end of input, read again and again',
  symptoms: [
    '100 % CPU after a client has left',
    'the server answers nobody after the first client has left',
    '`recv` returns `b""` without waiting',
  ],
  errors: [],
  rules: ['T1', 'T15'],
  threads: [
    {
      title: 'PyBitmessage: CPU 100% usage',
      url: 'https://github.com/Bitmessage/PyBitmessage/pull/277',
    },
    {
      title: 'speedtestcpp: stop unbounded read loop when peer closes connection',
      url: 'https://github.com/oskarirauta/speedtestcpp/pull/3',
    },
    {
      title: 'Fleck: Hybi14 Pegs CPU',
      url: 'https://github.com/statianzo/Fleck/issues/8',
    },
  ],
  scene:
    'A server reads in a loop. If it reads nothing, it tries again. Alice asks, and leaves.',
  question: 'Bob comes after her. What does he get?',
  why: [
    'At the end of input a read returns immediately, with nothing in it, each time it is called.',
    '`naive.ts` takes that for "nothing yet": it reads for ever, and its process does nothing else.',
    '`right.ts` leaves the loop: an empty read means that no more will ever come.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    await alice.asks(['Tea?']);
    alice.ends();
    const bob = await trial.connect('bob');
    return hearing('bob', ['You said Milk?'], await bob.asks(['Milk?']));
  },
};
