import { type Case, named } from './talk.ts';

/** `npm test` tries these. */
export const talks: readonly Case[] = [
  {
    pitfall: 'lost-answer',
    claim: 'counts bytes, not characters',
    async talk(trial) {
      const alice = await trial.connect('alice');
      alice.writes('éé');
      alice.ends();
      return await alice.hearsAll();
    },
    expected: ['It is 4 bytes long', '(the end)'],
  },
  {
    pitfall: 'inner-html',
    claim: 'goes on after requests that are no good URL',
    async talk(trial) {
      const heard: string[] = [];
      for (const path of ['//', '/say?text=%', '/say?', '/']) {
        const caller = await trial.connect('mallory');
        caller.writes(`GET ${path} HTTP/1.0\r\n\r\n`);
        heard.push(await caller.hears());
      }
      return heard;
    },
    expected: Array.from({ length: 4 }, () => 'HTTP/1.1 200 OK'),
  },
  {
    pitfall: 'stolen-partner',
    claim: 'lets nobody leave a partner for another',
    async talk(trial) {
      const alice = await named(trial, 'alice');
      const bob = await named(trial, 'bob');
      await named(trial, 'carol');
      const answers = await alice.asks(['/to bob', '/to carol']);
      bob.says('Dear Alice');
      return [...answers, await alice.hears()];
    },
    expected: ['* Paired with bob', '! You have a partner', '[bob] Dear Alice'],
  },
];
