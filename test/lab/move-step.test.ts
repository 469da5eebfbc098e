import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveStep } from '../../lab/engine/move-step.ts';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { runs } from '../long.ts';
import { states } from './catalogue.ts';

const scene = (...steps: string[]): string =>
  ['title: A test', 'mode: half-duplex', '', ...steps, 'verdict half-duplex', ''].join(
    '\n',
  );
const block = ['at once:', '  alice says Tea?', '  bob says Coffee?'];
const before = scene('alice connects', 'alice says Hi', ...block, 'alice ends');

/** The lines that must be the same afterwards, whatever their order. A block may dissolve. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => !/^(at once|in any order):$/.test(line))
    .sort();

describe('a step that is moved', () => {
  it.each([
    [5, 4, ['alice says Hi', 'alice connects', ...block, 'alice ends']],
    [5, 9, ['alice connects', ...block, 'alice ends', 'alice says Hi']],
    [
      5,
      6,
      ['alice connects', block[0], '  alice says Hi', ...block.slice(1), 'alice ends'],
    ],
    [4, 7, ['alice says Hi', ...block, 'alice connects', 'alice ends']],
    [
      7,
      5,
      [
        'alice connects',
        'alice says Tea?',
        'alice says Hi',
        block[0],
        block[2],
        'alice ends',
      ],
    ],
    [6, 4, [...block, 'alice connects', 'alice says Hi', 'alice ends']],
    [
      9,
      8,
      [
        'alice connects',
        'alice says Hi',
        ...block.slice(0, 2),
        '  alice ends',
        block[2],
      ],
    ],
    [4, 99, ['alice says Hi', ...block, 'alice ends', 'alice connects']],
    [9, -5, ['alice ends', 'alice connects', 'alice says Hi', ...block]],
  ])('from line %i to %i', (line, toLine, after) => {
    expect(moveStep(before, line, toLine)).toBe(scene(...(after as string[])));
  });

  it.each([1, 2, 3, 10, 11, 99, 0, -1])('is none at line %i', line =>
    expect(moveStep(before, line, 5)).toBe(before),
  );

  it('takes the head of a block away with its last line', () => {
    const small = scene(
      'alice connects',
      'at once:',
      '  alice says Tea?',
      'alice ends',
    );
    expect(moveStep(small, 6, 4)).toBe(
      scene('alice says Tea?', 'alice connects', 'alice ends'),
    );
  });

  it('leaves a scene that can be read, with the same lines', () => {
    const line = fc.integer({ min: 1, max: 45 });
    fc.assert(
      fc.property(fc.constantFrom(...states), line, line, ({ text }, from, to) => {
        const moved = moveStep(text, from, to);
        expect(() => parseScene('moved', moved)).not.toThrow();
        expect(linesOf(moved)).toEqual(linesOf(text));
      }),
      runs(300),
    );
  });
});
