import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFragment, toFragment } from '../../lab/engine/share.ts';
import type { LabState } from '../../lab/engine/state.ts';
import { faultNames, faultOf, units } from '../../lib/transport/faults/table.ts';

const valuesOf = (name: (typeof faultNames)[number]) => {
  const { unit } = faultOf(name);
  if (unit === undefined) return fc.constant(true);
  const [min, max] = units[unit].range;
  return fc.integer({ min, max });
};
const links = fc.record(
  Object.fromEntries(faultNames.map(name => [name, valuesOf(name)])),
  { requiredKeys: [] },
);
const states: fc.Arbitrary<LabState> = fc.record(
  {
    demo: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    scene: fc.stringMatching(/^[a-z0-9-]{1,60}$/),
    text: fc.string({ unit: 'binary', maxLength: 400 }),
    link: links.filter(link => Object.keys(link).length > 0),
    framing: fc.constantFrom('lines', 'length', 'netstring'),
    at: fc.nat(99_999),
  },
  { requiredKeys: ['demo', 'scene'] },
);

describe('a share link', () => {
  it('brings back the state that made it', () => {
    fc.assert(
      fc.property(states, state => {
        const fragment = toFragment(state);
        expect(fromFragment(fragment)).toEqual(state);
        expect(fromFragment(new URL(`#${fragment}`, 'http://a/').hash)).toEqual(state);
      }),
    );
  });

  it('can be read by people, if nothing was changed', () =>
    expect(toFragment({ demo: 'p2m', scene: 'storm', at: 4, link: { chop: 1 } })).toBe(
      'p2m/storm?chop=1&at=4',
    ));

  it.each([
    '',
    '#',
    'p2m',
    'p2m/',
    '/storm',
    '../../etc/passwd',
    'p2m/storm/more',
    '<img src=x onerror=alert(1)>/storm',
    'p2m/storm?__proto__=1',
    'p2m/storm?constructor=1',
    'p2m/storm?unknown=1',
    'p2m/storm?at=-1',
    'p2m/storm?at=1e3',
    'p2m/storm?at=100000',
    'p2m/storm?at=',
    'p2m/storm?at=1&at=2',
    'p2m/storm?chop=0',
    'p2m/storm?chop=x',
    'p2m/storm?loss=101',
    'p2m/storm?coalesce=1',
    'p2m/storm?framing=<b>',
    `p2m/storm?text=${'x'.repeat(70_000)}`,
  ])('is refused if it is %s', fragment =>
    expect(fromFragment(fragment)).toBeUndefined(),
  );

  it('never throws, and never gives more than a state', () => {
    const names = ['demo', 'scene', 'text', 'link', 'framing', 'at'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), hostile => {
        const state = fromFragment(`p2m/storm?${hostile}`) ?? {};
        expect(Object.keys(state).filter(name => !names.includes(name))).toEqual([]);
      }),
    );
  });
});
