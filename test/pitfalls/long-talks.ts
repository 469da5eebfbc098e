import { setTimeout as pause } from 'node:timers/promises';
import { type Case, inHalves, named, type Talk, timeToRead, welcomed } from './talk.ts';

/** The second half comes when another line has been heard. */
const interrupted: Talk = async trial => {
  const alice = await welcomed(trial, 'alice');
  const bob = await welcomed(trial, 'bob');
  const carol = await welcomed(trial, 'carol');
  alice.goesOn('Te');
  await timeToRead();
  bob.says('Milk?');
  const milk = await carol.hears();
  alice.goesOn('a?\n');
  return [milk, await carol.hears()];
};

/** The long tests try these too. */
export const longTalks: readonly Case[] = [
  {
    pitfall: 'stolen-partner',
    claim: 'gives each name to one person, and pairs nobody with themselves',
    async talk(trial) {
      const alice = await named(trial, 'alice');
      const mallory = await trial.connect('mallory');
      return [
        ...(await mallory.asks(['alice', 'mallory'])),
        ...(await alice.asks(['/to alice', '/to bob'])),
      ];
    },
    expected: [
      '! Choose another name',
      '* Hello mallory',
      '! alice cannot be called',
      '! bob cannot be called',
    ],
  },
  {
    pitfall: 'stolen-partner',
    claim: 'tells a person whose partner leaves, and forgets who left',
    async talk(trial) {
      const alice = await named(trial, 'alice');
      const bob = await named(trial, 'bob');
      await alice.asks(['/to bob']);
      bob.leaves();
      return [await alice.hears(), ...(await alice.asks(['/to bob']))];
    },
    expected: ['* Your partner is gone', '! bob cannot be called'],
  },
  {
    pitfall: 'crash-spreads',
    claim: 'keeps what somebody says who still waits for a partner',
    async talk(trial) {
      const alice = await trial.connect('alice');
      alice.says('Tea?');
      await timeToRead();
      const bob = await trial.connect('bob');
      return [await bob.hears()];
    },
    expected: ['Tea?'],
  },
  {
    pitfall: 'crash-spreads',
    claim: 'pairs nobody with somebody who has left',
    async talk(trial) {
      const alice = await trial.connect('alice');
      alice.says('Milk?');
      alice.ends();
      await alice.hearsAll();
      const bob = await trial.connect('bob');
      bob.says('Tea?');
      const carol = await trial.connect('carol');
      return [await carol.hears()];
    },
    expected: ['Tea?'],
  },
  {
    pitfall: 'word-as-data',
    claim: 'says goodbye although more follows',
    async talk(trial) {
      const alice = await trial.connect('alice');
      alice.writes('/quit\nTea?\n');
      await timeToRead();
      alice.writes('Tea?\n');
      return [...(await alice.hearsLines(2)), await alice.hears()];
    },
    expected: ['Goodbye', '(the end)', '(the end)'],
  },
  {
    pitfall: 'forged-line',
    claim: 'passes on what ends with CRLF once, and no control characters',
    async talk(trial) {
      const alice = await welcomed(trial, 'alice');
      const bob = await welcomed(trial, 'bob');
      await inHalves(alice, 'Hi\r', '\n');
      alice.writes('Ho\r\u001b[2K[2] Hum\n');
      return await bob.hearsLines(2);
    },
    expected: ['[1] Hi', '[1] Ho  [2K[2] Hum'],
  },
  ...['remove-while-iterating', 'slow-reader'].map(pitfall => ({
    pitfall,
    claim: 'mixes no halves of lines',
    talk: interrupted,
    expected: ['Milk?', 'Tea?'],
  })),
  {
    pitfall: 'escape-sequences',
    claim: 'waits for the end of the name',
    async talk(trial) {
      const alice = await trial.connect('alice');
      await inHalves(alice, 'Al', 'ice\n');
      return [await trial.program.screen.next(), await alice.hears()];
    },
    expected: ['Alice is here', 'Hello'],
  },
  {
    pitfall: 'silent-newcomer',
    claim: 'waits for the end of the name',
    async talk(trial) {
      const alice = await welcomed(trial, 'alice');
      await inHalves(alice, 'Al', 'ice\n');
      return [await alice.hears()];
    },
    expected: ['Hello Alice'],
  },
  {
    pitfall: 'barge-in',
    claim: 'answers a caller that has no more to say',
    async talk(trial) {
      const alice = await trial.connect('alice');
      alice.says('One tea');
      alice.ends();
      return await alice.hearsAll();
    },
    expected: ['[station] ONE TEA', '(the end)'],
  },
  {
    pitfall: 'unbounded-queue',
    claim: 'sends everything to a caller that has nothing to say',
    async talk(trial) {
      const alice = await trial.connect('alice');
      alice.ends();
      await alice.reaches(/^\(the end\)$/);
      const printed = await trial.program.screen.next();
      return [printed.replace(/^\d+/, 'some')];
    },
    expected: ['some bytes were waiting in memory'],
  },
  {
    pitfall: 'unread-input',
    claim: 'waits for its deadline only, although the caller goes on',
    async talk(trial) {
      const mallory = await trial.connect('mallory');
      mallory.writes('x'.repeat(2_000));
      const heard = await mallory.hearsAll();
      for (let second = 0; second < 12; second++) {
        mallory.goesOn('x');
        await pause(1_000);
      }
      return [...heard, await mallory.hears()];
    },
    expected: ['! Too long', '(the end)', '(a reset)'],
  },
  {
    pitfall: 'shifted-answers',
    claim: 'ends without an error when the station leaves',
    async talk(trial) {
      const station = await trial.answer('station');
      await station.hears();
      station.says('1');
      station.ends();
      const shown = await trial.program.screen.next();
      return [shown, await trial.program.ended(), trial.program.error ?? 'no error'];
    },
    expected: ['One? 1', '(exit 0)', 'no error'],
  },
  ...['both-wait', 'shifted-answers'].map(
    (pitfall): Case => ({
      pitfall,
      claim: 'says what happened when the station resets',
      async talk(trial) {
        const station = await trial.answer('station');
        await station.hears();
        station.vanishes();
        const shown = await trial.program.screen.next();
        return [shown, await trial.program.ended(), trial.program.error ?? 'no error'];
      },
      expected: ['read ECONNRESET', '(exit 0)', 'no error'],
    }),
  ),
];
