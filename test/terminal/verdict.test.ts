import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { printVerdict } from '../../lib/terminal/play/print-verdict.ts';
import { runVerdict } from '../../lib/terminal/record/judging.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import { onlyOf, question } from '../trace/runs.ts';
import { shownIn } from './window.ts';

afterEach(() => vi.unstubAllGlobals());

const [first, rest] = [
  `verdict: p2m · ok · ${'heard '.repeat(10)}`.trim(),
  '· 0 crossings',
];

it.each([
  ['wide enough stands in one row', 100, [`${first} ${rest}`]],
  ['too narrow is broken before a part', 80, [first, `  ${rest}`]],
])('a verdict in a window that is %s', (_, columns, rows) => {
  const shown = shownIn(columns);
  printVerdict(true, `${first} ${rest}`, false);
  expect(shown()).toEqual(rows);
});

it('the verdict on records is folded like that of a demo', ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'duplex-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'alice.jsonl');
  writeFileSync(file, toJsonLines(onlyOf('alice', question())));
  const shown = shownIn(40);
  expect(runVerdict(['half-duplex', file])).toBe(3);
  expect(shown()).toEqual([
    'verdict: half-duplex',
    '  · undecided: number 2 is missing in',
    '    alice.jsonl',
  ]);
});
