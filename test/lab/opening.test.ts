import { describe, expect, it } from 'vitest';
import { openingAt } from '../../lab/engine/opening.ts';
import { catalogue } from './catalogue.ts';

const opening = (fragment: string) => openingAt(catalogue, fragment);
const beginning = { demo: 'simplex', scene: 'one-way' };

describe('what the lab opens with', () => {
  it.each(['', '#', '#simplex', 'simplex'])('is the beginning for "%s"', fragment =>
    expect(opening(fragment)).toEqual({ state: beginning }),
  );

  it('is the scene of the link, with its settings', () =>
    expect(opening('#p2m/one-to-many?delay=50')).toEqual({
      state: { demo: 'p2m', scene: 'one-to-many', link: { delay: 50 } },
    }));

  it.each(['loss=101', 'unknown=1', 'at=1&at=2', `text=${'x'.repeat(70_000)}`])(
    'is the scene alone if the settings cannot be read: %.12s',
    settings =>
      expect(opening(`#p2m/one-to-many?${settings}`)).toEqual({
        state: { demo: 'p2m', scene: 'one-to-many' },
        instead: expect.stringContaining('cannot read all settings'),
      }),
  );

  it('is the first scene of the demo if it has no such scene', () =>
    expect(opening('#simplex/none?delay=50')).toEqual({
      state: beginning,
      instead: 'simplex has no scene "none".',
    }));

  it.each([
    '#nowhere',
    '#nowhere/none',
    '#<b>/x',
    '#p2m/one-to-many/more',
    '#__proto__',
  ])('is the beginning for the link %s, and says so', fragment =>
    expect(opening(fragment)).toEqual({
      state: beginning,
      instead: 'The lab does not know the scene of this link.',
    }),
  );
});
