import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../demos/pitfalls/catalogue.ts';
import type { Pitfall } from '../../demos/pitfalls/pitfall.ts';
import type { Player } from '../../demos/pitfalls/trial/player.ts';
import type { Trial } from '../../demos/pitfalls/trial/trial.ts';
import { pathOf, patience, tried } from '../../demos/pitfalls/tried.ts';
import { takesLong } from '../long.ts';
import { timeToRead } from './talk.ts';

const servers = catalogue.filter(pitfall =>
  readFileSync(pathOf(pitfall, 'right.ts'), 'utf8').includes('createServer('),
);

/** Half a line, a line, many lines, and nothing. */
const lastWords = ['Te', 'Tea?\n', 'Tea?\n'.repeat(1_000), ''];

/**
 * The last resets immediately, the others when the program has heard them. Nothing of it is in the record.
 * They are an even number, so a server that pairs its callers keeps none of them for the next.
 */
async function callersReset(trial: Trial): Promise<void> {
  const callers: Player[] = [];
  for (const words of lastWords) {
    const caller = await trial.connect('mallory');
    caller.goesOn(words);
    callers.push(caller);
  }
  callers.pop()?.leaves();
  await timeToRead();
  for (const caller of callers) caller.leaves();
  await timeToRead();
}

const served = (pitfall: Pitfall): Pitfall => ({
  ...pitfall,
  async check(trial) {
    await callersReset(trial);
    return await pitfall.check(trial);
  },
});

const outlived = (pitfall: Pitfall): Pitfall => ({
  ...pitfall,
  async check(trial) {
    await callersReset(trial);
    const found = await trial.program.ended();
    return { ok: found === '(nothing)', found };
  },
});

/** Their naive programs are convicted because a caller that is gone ends them. */
const theirOwnFault = ['no-error-listener', 'crash-spreads'];
const others = servers.filter(({ name }) => !theirOwnFault.includes(name));

describe.concurrent('after callers have reset', () => {
  it.for(servers)(
    'the right program of $name serves the next caller',
    async pitfall => {
      const result = await tried(served(pitfall), 'right.ts', patience.right);
      expect(result).toMatchObject({ ok: true });
    },
  );

  it.for(others)('the naive program of $name goes on', async (pitfall, test) => {
    takesLong(test);
    const result = await tried(outlived(pitfall), 'naive.ts', 500);
    expect(result).toMatchObject({ ok: true });
  });
});
