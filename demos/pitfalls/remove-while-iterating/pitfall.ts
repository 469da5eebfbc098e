import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const removeWhileIterating: Pitfall = {
  name: 'remove-while-iterating',
  title: 'A list that changes under its loop',
  symptoms: [
    'when somebody leaves, another member misses one message',
    'now and then a broadcast skips somebody',
    'the broadcast stops half-way when a client disconnects',
  ],
  errors: [
    'RuntimeError: dictionary changed size during iteration',
    'RuntimeError: Set changed size during iteration',
  ],
  rules: ['M2'],
  threads: [
    {
      title: 'swampymud: Fix multiple players disconnecting',
      url: 'https://github.com/ufosc/swampymud/issues/9',
    },
    {
      title: 'mopidy: Iterate over copy of websocket clients',
      url: 'https://github.com/mopidy/mopidy/pull/1993',
    },
    {
      title: 'uberserver: RuntimeError: Set changed size during iteration',
      url: 'https://github.com/spring/uberserver/issues/321',
    },
  ],
  scene: 'Alice, Bob and Carol are in a room. Bob leaves. Alice says two things.',
  question: 'What does Carol hear first?',
  why: [
    '`naive.ts` removes Bob while it goes through the list: Carol moves into his place, and the loop goes on after her.',
    'In Python the same loop over a dictionary or a set raises an error, and over a list it skips.',
    '`right.ts` uses a `Set`, whose loop goes on with the next one.',
    'In Python go through a copy: `for member in list(members)`.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    await alice.hears();
    const bob = await trial.connect('bob');
    await bob.hears();
    const carol = await trial.connect('carol');
    await carol.hears();
    bob.ends();
    await bob.hears();
    await alice.asks(['Tea?', 'Milk?']);
    return hearing('carol', ['Tea?'], [await carol.hears()]);
  },
};
