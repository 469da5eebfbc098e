import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const forgedLine: Pitfall = {
  name: 'forged-line',
  title: 'A line in somebody else’s name',
  symptoms: [
    'I never said that',
    'a log line that no program has written',
    'a message with a line break in it becomes two messages',
  ],
  errors: [],
  rules: ['M2'],
  threads: [
    {
      title: 'juice-shop: Forge a server log entry to frame another user (CWE-117)',
      url: 'https://github.com/juice-shop/juice-shop/issues/3133',
    },
    {
      title: 'FreshRSS: Fix log CRLF injection',
      url: 'https://github.com/FreshRSS/FreshRSS/pull/7883',
    },
    {
      title: 'eslint-plugin-security-node: CRLF from console.log()',
      url: 'https://github.com/gkouziik/eslint-plugin-security-node/issues/17',
    },
  ],
  scene:
    'In a room each line begins with its author: [1] is Alice, [2] is Mallory. Mallory says something with a line break in it.',
  question: 'How many people does Bob hear?',
  why: [
    'The author stands at the beginning of a line, so a member who can begin a line can be anybody.',
    '`naive.ts` puts the author before a chunk, and passes on the line breaks in it.',
    '`right.ts` finds the lines first, and puts the author before each of them.',
    'It also removes control characters: in a terminal, `\\r` begins the line again, and overwrites the author.',
    'If each message came with its length, a line break would be a character like any other.',
  ],
  async check(trial) {
    const alice = await trial.connect('alice');
    await alice.hears();
    const mallory = await trial.connect('mallory');
    const number = (await mallory.hears()).replace('* You are ', '');
    const bob = await trial.connect('bob');
    await bob.hears();
    mallory.writes('Hi\n[1] I owe 2 a tea\n');
    const heard = await bob.hearsLines(2);
    trial.show('sent', mallory.wrote.slice(-1));
    return hearing('bob', [`[${number}] Hi`, `[${number}] [1] I owe 2 a tea`], heard);
  },
};
