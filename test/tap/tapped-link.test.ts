import { describe, expect, it } from 'vitest';
import { mostEvents } from '../../lib/tap/tapped-link.ts';
import { fromJsonLines, toJsonLines } from '../../lib/trace/jsonl.ts';
import { modes } from '../../lib/trace/rules/index.ts';
import { judgeRecords } from '../../lib/trace/verdict.ts';
import { takesLong } from '../long.ts';
import { tap, textsOf } from './tapping.ts';

/** A message that the tap still holds meets another. */
function crossing() {
  const all = tap();
  all.says('Tea?\n');
  all.answers('Coffee?\n');
  all.isHeard('Tea?\n');
  all.hears('Coffee?\n');
  return all;
}

/** Question and answer. */
function inTurns() {
  const all = tap();
  all.says('Tea?\n');
  all.isHeard('Tea?\n');
  all.answers('Yes\n');
  all.hears('Yes\n');
  return all;
}

describe('what a tap proves', () => {
  it.each([
    ['full-duplex', 'shown'],
    ['half-duplex', 'violated'],
    ['simplex', 'violated'],
  ] as const)('of %s, if a message met one that was still held: %s', (mode, result) =>
    expect(crossing().standing(mode)).toBe(result),
  );

  it.each([
    ['full-duplex', 'undecided'],
    ['half-duplex', 'undecided'],
    ['simplex', 'violated'],
  ] as const)('of %s, if none met another: %s', (mode, result) =>
    expect(inTurns().standing(mode)).toBe(result),
  );

  const both = { crossing, inTurns };
  it.each(Object.keys(both) as (keyof typeof both)[])(
    'no more when its record is judged later: %s',
    run => {
      const { link } = both[run]();
      link.flush();
      const events = fromJsonLines(toJsonLines(link.events));
      for (const mode of modes)
        expect(judgeRecords(mode, [{ name: 'tap.jsonl', events }])).toMatchObject({
          result: link.verdict(mode, 'strict').result,
        });
    },
  );

  it('only by counting what a program says of itself, and it says so', () => {
    const { link, says, answers, isHeard, hears } = tap();
    says('Tea?\n');
    answers('* The station closes\n');
    isHeard('Tea?\n');
    hears('* The station closes\n');
    link.flush();
    expect(link.verdict('half-duplex', 'free')).toMatchObject({
      result: 'violated',
      why: expect.stringMatching(/ crossed; a tap knows no kinds, and counts notices/),
    });
  });

  it('that a caller spoke twice in its turn', () => {
    const { says, isHeard, standing } = tap();
    says('Tea?\nMilk?\n');
    isHeard('Tea?\nMilk?\n');
    expect(standing('half-duplex', 'strict')).toBe('violated');
  });

  it('that only one end spoke', () => {
    const { says, isHeard, standing } = tap();
    says('Tea?\n');
    isHeard('Tea?\n');
    expect(standing('simplex')).toBe('kept');
  });
});

describe('what a tap records', () => {
  it('a message when it is whole, and its arrival when its last byte is passed on', () => {
    const { link, says, isHeard } = tap();
    says('Te');
    says('a?\nMi');
    expect(textsOf(link)).toEqual(['sent Tea?']);
    isHeard('Tea?');
    expect(textsOf(link)).toEqual([]);
    isHeard('\nMi');
    expect(textsOf(link)).toEqual(['received Tea?']);
  });

  it('chunks, where the framing is raw: with what ends lines spelled out', () => {
    const { link, says } = tap('raw');
    says('GET / HTTP/1.1\r\n');
    says('\u001b[31m\r\n');
    expect(textsOf(link)).toEqual([
      'sent GET / HTTP/1.1\\r\\n',
      'sent \ufffd[31m\\r\\n',
    ]);
  });

  it('bytes that are not text in hexadecimal', () => {
    const { link } = tap('raw');
    link.there.came(Uint8Array.of(0xff, 0, 1));
    expect(textsOf(link)).toEqual(['sent <ff 00 01>']);
  });

  it('the beginning of what is long, also within a character', () => {
    const { link } = tap('raw');
    link.there.came(Buffer.from(`ab${'€'.repeat(20_000)}`));
    expect(textsOf(link)).toEqual([`sent ab${'€'.repeat(198)}…`]);
  });

  it('a message over the limit by its trouble, and what follows it', () => {
    const { link, says } = tap();
    says('x'.repeat(70_000));
    says('\nTea?\n');
    expect(textsOf(link)).toEqual([
      expect.stringMatching(/^sent \(Cannot read frame at byte 0: .*65536/),
      'sent Tea?',
    ]);
  });

  it('chunks, after bytes that the framing cannot read', () => {
    const { link, says } = tap('netstring');
    says('hello');
    says('5:again,');
    expect(textsOf(link)).toEqual([
      expect.stringMatching(/^sent \(Cannot read frame/),
      'sent 5:again,',
    ]);
  });

  it('as much as a picture can show, however much comes', test => {
    takesLong(test);
    const { link, says, isHeard } = tap();
    for (let n = 0; n < 2 * mostEvents; n++) {
      says('Tea?\n');
      isHeard('Tea?\n');
    }
    link.flush();
    expect(link.isFull).toBe(true);
    expect(link.events.length).toBeLessThan(mostEvents);
  });

  it('only bytes when it is full, because to look for a million messages would hold them up', () => {
    const seen: object[] = [];
    const { link, says } = tap('lines', event => seen.push(event));
    says('Tea?\n'.repeat(mostEvents));
    expect(link.isFull).toBe(true);
    seen.length = 0;
    says('Tea?\n');
    expect(seen).toEqual([expect.objectContaining({ what: 'chunk', size: 5 })]);
  });
});
