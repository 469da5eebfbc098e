import { describe, expect, it } from 'vitest';
import { view } from '../../lib/view/style.ts';
import { Run } from './run.ts';

const lanes = ['alice', 'room', 'bob', 'carol', 'dave'];
const draw = (run: Run, names: readonly string[] = lanes) =>
  view('ladder', { lanes: names, mode: 'full-duplex', width: 90 }).draw(run.batch());

/** The room passes on what alice said, and all hear it in the order of the lanes. */
function passedOn(run: Run, words: string, to: readonly string[]): Run {
  const copies = to.map(name => run.send('room', name, words));
  for (const copy of copies) run.hear(copy);
  return run;
}

describe('the same words to several', () => {
  it('share a row: the numbers sent at the sender, and each number heard at its lane', () => {
    const run = passedOn(new Run(), '[alice] Hi', ['bob', 'carol', 'dave']);
    expect(draw(run)).toEqual([
      '         │            1-3  ●── [alice] Hi ──▶● 4 ─────────────▶● 5 ─────────────▶● 6',
    ]);
  });

  it('go to both sides, and pass those who do not get them', () => {
    const run = passedOn(new Run(), '[bob] Hi', ['alice', 'carol', 'dave']);
    expect(draw(run)).toEqual([
      '      4  ●◀─────────── 1-3 ●─── [bob] Hi ────┼────────────────▶● 5 ─────────────▶● 6',
    ]);
  });

  it('stand below in full if they have no room before the first of them', () => {
    const words = '[alice] Good morning everybody';
    const rows = draw(passedOn(new Run(), words, ['bob', 'carol', 'dave']));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^ {9}│ {17}│ \[alice\] Good morning everybody +│ +│$/);
  });

  it('have a row each where something else comes between', () => {
    const run = passedOn(new Run(), 'Hi', ['bob']);
    run.say('room', 'carol', 'Ho');
    expect(draw(passedOn(run, 'Hi', ['dave']))).toHaveLength(3);
  });

  it('have a row each where there are few lanes', () => {
    const run = passedOn(new Run(), 'Hi', ['bob', 'carol']);
    expect(draw(run, lanes.slice(0, 4))).toHaveLength(2);
  });

  it('have a row each if one of them has no lane', () => {
    const rows = draw(passedOn(new Run(), 'Hi', ['bob', 'zoe']));
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toBe('  4 zoe hears from room: Hi (said at 2)');
  });
});
