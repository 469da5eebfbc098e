import { describe, expect, it } from 'vitest';
import { MemoryLog } from '../../lib/cluster/memory-log.ts';
import { checks, type Logs } from './log-checks.ts';
import { wrongLogs } from './wrong-logs.ts';

const inMemory = (): Logs => {
  const log = new MemoryLog();
  return { way: async () => log.way() };
};

describe('the log in memory', () => {
  it.each(Object.entries(checks))('%s', (_, check) => check(inMemory()));

  it('forgets what is in the checkpoint', async () => {
    const log = new MemoryLog();
    log.add({ node: 'A', count: 1, entries: [] });
    log.keep({ position: 1, state: { nodes: [], members: [], gone: [] } });
    expect(log.at(1)).toBeUndefined();
    expect(log.last).toBe(1);
  });
});

describe('the checks of a log', () => {
  it.each(wrongLogs)('convict one that %s', async (_, logs, name) => {
    await expect(checks[name]?.(logs(inMemory()))).rejects.toThrow();
  });
});
