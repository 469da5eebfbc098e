import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modes } from '../../lib/trace/rules/index.ts';

/** Where a mode may be known by its name: its rule, its look, and what its callers may expect. */
const homes = /^lib\/(trace\/rules\/|view\/looks\.ts|modes\/)/;

const name = `(?:${modes.join('|')})`;
/** A mode's name as a text of its own, or as a key. Comments and sentences may say what they like. */
const decision = new RegExp(`(['"\`])${name}\\1|(?:^|[{,(\\s])${name}:\\s`, 'm');

const decidesOnMode = (source: string): boolean =>
  decision.test(source.replace(/\/\*\*?.*?\*\/|\/\/.*$/gms, ''));

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .map(file => `lib/${file.replaceAll('\\', '/')}`)
  .filter(file => file.endsWith('.ts'));

describe('the house: every mode has its homes', () => {
  it.each([
    ["if (mode === 'simplex') return 12;"],
    ["return mode !== 'half-duplex' ? [] : turns;"],
    ["switch (mode) { case 'full-duplex': return 8; }"],
    ["const modes = ['simplex', 'half-duplex'];"],
    ['const remarks = { simplex: 12 };'],
  ])('convicts %s', source => expect(decidesOnMode(source)).toBe(true));

  it.each([
    ['/** simplex: the end that may speak. */'],
    ["// mode === 'simplex'"],
    ["help: 'simplex: the end that may speak',"],
    ["import { simplex } from './simplex.ts';"],
  ])('acquits %s', source => expect(decidesOnMode(source)).toBe(false));

  it('so the rest of lib decides nothing by the name of a mode', () => {
    const elsewhere = files.filter(file => !homes.test(file));
    expect(elsewhere.length).toBeGreaterThan(100);
    expect(elsewhere.filter(file => decidesOnMode(readFileSync(file, 'utf8')))).toEqual(
      [],
    );
  });

  it('and each home does know them', () => {
    const knowing = files.filter(file => decidesOnMode(readFileSync(file, 'utf8')));
    expect(knowing).toContain('lib/trace/rules/index.ts');
    expect(knowing).toContain('lib/view/looks.ts');
  });
});
