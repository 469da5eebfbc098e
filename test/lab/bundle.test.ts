import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../lab/bundle.ts';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import { takesLong } from '../long.ts';
import { workerOf } from './bundled.ts';
import { catalogue, played, states } from './catalogue.ts';

const { text: script } = await bundle('lab/engine/worker.ts', { format: 'iife' });

/** All of a run as text: its bytes are Node's, or those of another realm. */
const shown = ({ events, shown, ...run }: LabRun): string[] => [
  ...JSON.stringify(run, undefined, 1).split('\n'),
  ...[events, shown].map(toJsonLines).join().split('\n'),
];

describe("the worker's script", () => {
  it('imports nothing of Node', () => {
    expect(script).not.toMatch(/\b(?:require|import)\(/);
    expect(script).toContain('no tcp.ts in a browser');
  });

  it('cannot be made of what does', async () => {
    await expect(bundle('lab/asset.ts', { format: 'iife' })).rejects.toThrow(
      /Could not resolve "node:crypto"/,
    );
  });

  it('is less than 80 KiB on its way', () =>
    expect(gzipSync(script).length).toBeLessThan(80 * 1_024));

  const openings = catalogue.flatMap(
    ({ name }) => states.find(({ demo }) => demo === name) ?? [],
  );
  it.for([
    ['the opening of every demo', openings],
    ['every scene', states],
  ] as const)('plays %s as in Node', async ([which, all], test) => {
    if (which === 'every scene') takesLong(test);
    const ask = workerOf(script);
    for (const state of all)
      expect(shown(await ask({ play: state }))).toEqual(shown(await played(state)));
  });
});
