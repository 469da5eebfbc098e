import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, type TraceEvent } from '../../lib/trace/event.ts';
import { fromJsonLines, toJsonLines } from '../../lib/trace/jsonl.ts';
import { anyCharacter } from '../character.ts';
import { runs } from '../long.ts';
import { takingTurns } from '../view/scenes.ts';

/** The fields fit what happened. */
function fitting(event: TraceEvent): TraceEvent {
  const { what, n, bytes, size = 0 } = event;
  const by = {
    sent: 'self',
    closed: 'self',
    received: 'peer',
    refused: 'peer',
  } as const;
  return {
    ...event,
    n: drawn(event) ? n : 0,
    ...(what in by && { by: by[what as keyof typeof by] }),
    ...(what === 'chunk' && { size: bytes?.length ?? size }),
  };
}

const anyEvent: fc.Arbitrary<TraceEvent> = fc
  .record(
    {
      n: fc.integer({ min: 1, max: 2 ** 31 }),
      at: fc.double({ noNaN: true, noDefaultInfinity: true }).map(at => at + 0),
      end: fc.string({ unit: anyCharacter, minLength: 1 }),
      link: fc.string({ minLength: 1 }),
      what: fc.constantFrom(
        'opened',
        'sent',
        'received',
        'refused',
        'ended',
        'reset',
        'closed',
        'chunk',
      ),
      by: fc.constantFrom('self', 'peer'),
      kind: fc.constantFrom('message', 'notice', 'refusal', 'control'),
      text: fc.string({ unit: anyCharacter }),
      size: fc.nat(),
      reason: fc.string(),
      bytes: fc.uint8Array(),
      of: fc.record({ link: fc.string(), nth: fc.integer({ min: 1, max: 2 ** 31 }) }),
    },
    { requiredKeys: ['n', 'at', 'end', 'link', 'what', 'by'] },
  )
  .map(fitting);

describe('a trace as a file', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), events => {
        expect(fromJsonLines(toJsonLines(events))).toEqual(events);
      }),
      runs(100),
    );
  });

  it('is one event per line, with bytes in hex', () => {
    const chunk = {
      what: 'chunk',
      by: 'self',
      n: 0,
      at: 1,
      end: 'alice',
      link: 'x',
      size: 3,
      bytes: Uint8Array.of(0, 10, 255),
    } as const;
    expect(toJsonLines([chunk, chunk]).split('\n')).toEqual([
      '{"what":"chunk","by":"self","n":0,"at":1,"end":"alice","link":"x","size":3,"hex":"000aff"}',
      expect.any(String),
      '',
    ]);
  });

  it('may have empty lines, and lines of Windows', () => {
    const text = toJsonLines(takingTurns().events).replaceAll('\n', '\r\n\r\n');
    expect(fromJsonLines(text)).toEqual(takingTurns().events);
  });

  const good = { n: 1, at: 0, end: 'alice', link: 'x', what: 'sent', by: 'self' };
  it.each<[string, string]>([
    ['{"n":1', 'expected an event as JSON, found {"n":1'],
    ['12', 'expected an event as JSON, found 12'],
    ['null', 'expected an event as JSON, found null'],
    ['[]', 'expected "n" to be a whole number from 0, found undefined'],
    [
      JSON.stringify({ ...good, n: -1 }),
      'expected "n" to be a whole number from 0, found -1',
    ],
    [
      JSON.stringify({ ...good, n: 1.5 }),
      'expected "n" to be a whole number from 0, found 1.5',
    ],
    [
      JSON.stringify({ ...good, at: 'now' }),
      'expected "at" to be a number, found "now"',
    ],
    [
      JSON.stringify({ ...good, end: 7 }),
      'expected "end" to be a name of 1 to 200 characters, found 7',
    ],
    [
      JSON.stringify({ ...good, link: undefined }),
      'expected "link" to be a name of 1 to 200 characters, found undefined',
    ],
    [
      JSON.stringify({ ...good, what: 'shouted' }),
      'expected "what" to be opened, sent, received, refused, ended, reset, closed, chunk, lost, found "shouted"',
    ],
    [
      JSON.stringify({ ...good, by: 'me' }),
      'expected "by" to be self, peer, found "me"',
    ],
    [
      JSON.stringify({ ...good, kind: 'word' }),
      'expected "kind" to be message, notice, refusal, control, found "word"',
    ],
    [
      JSON.stringify({ ...good, end: '' }),
      'expected "end" to be a name of 1 to 200 characters, found ""',
    ],
    [
      JSON.stringify({ ...good, link: 'x'.repeat(201) }),
      `expected "link" to be a name of 1 to 200 characters, found "${'x'.repeat(59)}`,
    ],
    ...[0, 1.5].flatMap((nth): [string, string][] => [
      [
        JSON.stringify({ ...good, nth }),
        `expected "nth" to be a whole number from 1, found ${nth}`,
      ],
      [
        JSON.stringify({ ...good, of: { link: 'x', nth } }),
        `expected "of" to be a link and a number, found {"link":"x","nth":${nth}}`,
      ],
    ]),
    [JSON.stringify({ ...good, text: null }), 'expected "text" to be text, found null'],
    [
      JSON.stringify({ ...good, size: -1 }),
      'expected "size" to be a whole number from 0, found -1',
    ],
    [
      JSON.stringify({ ...good, of: null }),
      'expected "of" to be a link and a number, found null',
    ],
    [
      JSON.stringify({ ...good, of: { link: 'x' } }),
      'expected "of" to be a link and a number, found {"link":"x"}',
    ],
    [JSON.stringify({ ...good, reason: {} }), 'expected "reason" to be text, found {}'],
    [
      JSON.stringify({ ...good, hex: 'abc' }),
      'expected "hex" to be bytes in hex, found "abc"',
    ],
    [
      JSON.stringify({ ...good, hex: 'zz' }),
      'expected "hex" to be bytes in hex, found "zz"',
    ],
    [
      JSON.stringify({ ...good, hex: 12 }),
      'expected "hex" to be bytes in hex, found 12',
    ],
    [
      'no JSON at all'.repeat(9),
      'expected an event as JSON, found no JSON at allno JSON at allno JSON at a',
    ],
  ])('names the line that is wrong, and what was expected: %s', (line, problem) => {
    const text = `${JSON.stringify(good)}\n\n${line}\n`;
    expect(fromJsonLines(JSON.stringify(good))).toEqual([good]);
    const read = () => fromJsonLines(text);
    expect(read).toThrow(new Error(`Cannot read trace, line 3: ${problem}`));
  });

  it('may name an end with the longest name, and with any characters', () => {
    for (const end of ['x'.repeat(200), '\n', '\u{1F600}'.repeat(200)])
      expect(fromJsonLines(JSON.stringify({ ...good, end }))).toEqual([
        { ...good, end },
      ]);
  });

  it('may have fields of a stranger: they are left out', () => {
    const event = { ...good, nth: 1, of: { link: 'y', nth: 1 } };
    const line = JSON.stringify({ ...event, colour: 'red' });
    expect(fromJsonLines(line)).toEqual([event]);
  });
});
