import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromJsonLines, toJsonLines } from '../../lib/trace/jsonl.ts';
import { takingTurns } from '../view/scenes.ts';
import { fits, keywords, type Schema } from './schema.ts';

const schema: Schema = JSON.parse(readFileSync('docs/record.schema.json', 'utf8'));

const event = { n: 1, at: 0.5, end: 'alice', link: 'a>b', what: 'sent', by: 'self' };
const without = (name: string) =>
  Object.fromEntries(Object.entries(event).filter(([field]) => field !== name));

const good: [string, unknown][] = [
  ['only what is needed', event],
  ['all of a message', { ...event, kind: 'message', text: 'Hi', size: 3 }],
  ['a number of its own', { ...event, nth: 7 }],
  ['passed on', { ...event, of: { link: 'a>b', nth: 1 } }],
  ['a relay', { ...event, what: 'opened', role: 'relay' }],
  ['rejected', { ...event, what: 'refused', by: 'peer', reason: 'too long' }],
  ['lost', { ...event, n: 0, what: 'lost', by: 'peer', nth: 3 }],
  ['bytes', { ...event, n: 0, what: 'chunk', size: 2, hex: '48ff' }],
  ['no bytes', { ...event, n: 0, what: 'chunk', size: 0, hex: '' }],
  ['closed', { ...event, n: 0, what: 'closed' }],
  ['a field that we do not know', { ...event, colour: 'blue' }],
  ['a time before it began', { ...event, at: -1 }],
];

const bad: [string, unknown][] = [
  ...['n', 'at', 'end', 'link', 'what', 'by'].map((name): [string, unknown] => [
    `no ${name}`,
    without(name),
  ]),
  ['a number below 0', { ...event, n: -1 }],
  ...['closed', 'chunk'].map((what): [string, unknown] => [
    `a number for ${what}`,
    { ...event, what, size: 1 },
  ]),
  ['half a number', { ...event, n: 1.5 }],
  ['a number as text', { ...event, n: '1' }],
  ['a number that is not exact', { ...event, n: 2 ** 53 }],
  ['no time', { ...event, at: null }],
  ['a time as text', { ...event, at: '1' }],
  ['an end without a name', { ...event, end: 1 }],
  ['an end with an empty name', { ...event, end: '' }],
  ['a link with an endless name', { ...event, link: 'x'.repeat(201) }],
  ['a link without a name', { ...event, link: null }],
  ['something else that happened', { ...event, what: 'said' }],
  ['done by nobody', { ...event, by: 'both' }],
  ...(['sent', 'closed'] as const).map((what): [string, unknown] => [
    `${what} by the peer`,
    { ...event, n: what === 'closed' ? 0 : 1, what, by: 'peer' },
  ]),
  ...(['received', 'refused', 'lost'] as const).map((what): [string, unknown] => [
    `${what} by itself`,
    { ...event, n: what === 'lost' ? 0 : 1, what, by: 'self' },
  ]),
  ['a role that there is not', { ...event, role: 'person' }],
  ['a kind that there is not', { ...event, kind: 'word' }],
  ['text that is none', { ...event, text: 5 }],
  ['a size below 0', { ...event, size: -1 }],
  ['half a frame', { ...event, nth: 0.5 }],
  ['a frame before the first', { ...event, nth: 0 }],
  ['a reason that is none', { ...event, reason: false }],
  ['passed on from nowhere', { ...event, of: { nth: 1 } }],
  ['passed on, and which is not said', { ...event, of: { link: 'a>b' } }],
  ['passed on, and only its link', { ...event, of: 'a>b' }],
  ['passed on, and none of them', { ...event, of: { link: 'a>b', nth: 0 } }],
  ['passed on from nothing', { ...event, of: null }],
  ['half a byte', { ...event, hex: '4' }],
  ['bytes as a number', { ...event, hex: 12 }],
  ['a chunk of unknown size', { ...event, n: 0, what: 'chunk' }],
  ['bytes in capitals', { ...event, hex: 'FF' }],
  ['a list', [event]],
  ['text alone', 'sent'],
  ['nothing', null],
];

const partsOf = ({ properties, allOf, anyOf, if: when, then }: Schema): Schema[] =>
  [Object.values(properties ?? {}), allOf, anyOf, when, then].flatMap(
    part => part ?? [],
  );

const isRead = (value: unknown): boolean => {
  try {
    return fromJsonLines(JSON.stringify(value)).length === 1;
  } catch {
    return false;
  }
};

describe('docs/record.schema.json', () => {
  it.each(good)('accepts what our reader accepts: %s', (_, value) => {
    expect(isRead(value), 'the reader').toBe(true);
    expect(fits(value, schema), 'the schema').toBe(true);
  });

  it.each(bad)('rejects what our reader rejects: %s', (_, value) => {
    expect(isRead(value), 'the reader').toBe(false);
    expect(fits(value, schema), 'the schema').toBe(false);
  });

  it('accepts every event of a record of ours', () => {
    const lines = toJsonLines(takingTurns().events).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(fits(JSON.parse(line), schema)).toBe(true);
  });

  it('uses no keyword that this test would pass over', () => {
    const used = (one: Schema): string[] => [
      ...Object.keys(one),
      ...partsOf(one).flatMap(used),
    ];
    expect(used(schema).filter(keyword => !keywords.includes(keyword))).toEqual([]);
  });
});
