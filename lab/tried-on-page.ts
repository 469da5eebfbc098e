import { readFile } from 'node:fs/promises';
import type { Tried, Tries } from '../demos/pitfalls/tried.ts';

/**
 * What came of a program of a pitfall, as its page shows it. A check would start the program; a test holds
 * that the page shows what really happens.
 */
export const triedOnPage: Tries = async ({ name }, program) => {
  const page = new URL(`../docs/pitfalls/${name}.md`, import.meta.url);
  const [naive, right] = blocksIn(await readFile(page, 'utf8'));
  const rows = program === 'naive.ts' ? naive : right;
  const end = rows?.findIndex(row => row.startsWith(`${program}: `)) ?? -1;
  if (rows === undefined || end < 0)
    throw new Error(`Cannot find ${program} in docs/pitfalls/${name}.md: npm run docs`);
  return { ...claimIn(rows.slice(end)), figures: [figureOf(rows.slice(0, end))] };
};

const blocksIn = (markdown: string): string[][] =>
  [...markdown.matchAll(/^```text\n(.*?)\n```$/gms)].map(([, block = '']) =>
    block.split('\n'),
  );

/** `naive.ts: CLAIM FAILED · what was found`, in one row or more. */
function claimIn(rows: readonly string[]): Pick<Tried, 'ok' | 'found'> {
  const [claim = '', ...found] = rows.join(' ').split(' · ');
  return { ok: claim.endsWith(': ok'), found: found.join(' · ') };
}

const figureOf = (rows: string[]) => ({ draw: () => rows, tell: () => rows });
