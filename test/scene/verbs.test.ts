import { describe, expect, it } from 'vitest';
import type { Run } from '../../lib/scene/play/run.ts';
import { parseStep } from '../../lib/scene/script/parse-step.ts';
import { bare, type Verb, verb } from '../../lib/scene/script/verb.ts';
import { rowOf, verbsWith } from '../../lib/scene/script/verbs.ts';

const fail = (problem: string): never => {
  throw new Error(problem);
};

/** Has every member, and each of them can be called and gives the same again. */
const anything: Run = new Proxy(
  Object.assign(() => {}) as unknown as Run,
  {
    get: () => anything,
    apply: () => anything,
  } as ProxyHandler<Run>,
);

/** Whether all of it is done in the task in which it begins. */
const neverWaits = ({ caller, server }: Verb<unknown>): boolean =>
  [caller, server]
    .map(part => part?.does({}, 'alice', { run: anything, fail }))
    .every(done => !(done instanceof Promise));

describe('a verb of scenes', () => {
  it.each(verbsWith('usage'))('%s is read from its own usage', name => {
    const line = rowOf(name)
      .usage.replace(/ \[.*\]/, '')
      .replace('BYTES', 'a');
    expect(parseStep(`alice ${line}`, 1, fail)).toMatchObject({ do: name });
  });

  it.each(verbsWith('usage'))('%s can be done by somebody', name => {
    const { newcomer, caller, server, node } = rowOf(name);
    expect([newcomer, caller, server, node].some(part => part !== undefined)).toBe(
      true,
    );
  });

  it.each(verbsWith('atOnce'))(
    '%s never waits, so it may stand below "at once:"',
    name => expect(neverWaits(rowOf(name))).toBe(true),
  );

  it('that waits would be noticed', () => {
    const naps = verb({
      usage: 'naps',
      form: /^naps?$/,
      read: bare,
      atOnce: true,
      caller: { help: 'waits', does: async () => {} },
    });
    expect(neverWaits(naps)).toBe(false);
  });
});
