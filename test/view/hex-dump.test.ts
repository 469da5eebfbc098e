import { expect, it } from 'vitest';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { HexDump } from '../../lib/view/bytes/hex-dump.ts';

const about = { n: 0, at: 0, link: 'call', end: 'station', by: 'peer' } as const;
const chunk = (text: string): TraceEvent => {
  const bytes = new TextEncoder().encode(text);
  return { ...about, what: 'chunk', bytes, size: bytes.length };
};
const frame = (size: number): TraceEvent => ({
  ...about,
  what: 'received',
  n: 1,
  size,
});

const isTitle = (row: string): boolean => row.includes(' on ');

it('shows where chunks begin and where frames begin and end', () => {
  const batch = [
    chunk('Hel'),
    chunk('lo\nH'),
    chunk('i\nYo\n'),
    frame(6),
    frame(3),
    frame(3),
  ];
  expect(new HexDump().draw(batch)).toEqual([
    'station reads 12 bytes in 3 chunks on call',
    '000000  |[48 65 6c|6c 6f 0a][48|69 0a][59 6f 0a]                Hello.Hi.Yo.',
  ]);
});

it('goes on where the last batch stopped, in the middle of a frame', () => {
  const wire = new HexDump();
  expect(wire.draw([chunk('Hel')])[1]).toMatch(/^000000 {2}\|\[48 65 6c +Hel$/);
  expect(wire.draw([chunk('lo\n'), frame(6)])[1]).toMatch(
    /^000003 {2}\|6c 6f 0a\] +lo\.$/,
  );
  expect(wire.draw([chunk('Yo\n'), frame(3)])[1]).toMatch(
    /^000006 {2}\|\[59 6f 0a\] +Yo\.$/,
  );
  expect(wire.draw([])).toEqual([]);
});

it('keeps apart what each end writes and reads', () => {
  const written: TraceEvent = { ...chunk('Hi\n'), end: 'alice', by: 'self' };
  const rows = new HexDump().draw([written, chunk('Hi\n')]);
  expect(rows.filter(isTitle)).toEqual([
    'alice writes 3 bytes in 1 chunk on call',
    'station reads 3 bytes in 1 chunk on call',
  ]);
});

it('tells first who wrote, also where the reader was the first that it met', () => {
  const wire = new HexDump();
  wire.draw([chunk('Hi\n')]);
  const written: TraceEvent = { ...chunk('Yo\n'), end: 'alice', by: 'self' };
  expect(wire.draw([written, chunk('Yo\n')]).filter(isTitle)).toEqual([
    'alice writes 3 bytes in 1 chunk on call',
    'station reads 3 bytes in 1 chunk on call',
  ]);
});

it('shows each datagram as itself, in the order of the record', () => {
  const wire = new HexDump({ datagrams: true });
  const one: TraceEvent = { ...chunk('One'), end: 'alice', by: 'self' };
  const two: TraceEvent = { ...chunk('Two'), end: 'alice', by: 'self' };
  wire.draw([chunk('Zero'), frame(4)]);
  expect(wire.draw([one, chunk('One'), frame(3), two])).toEqual([
    'alice writes 3 bytes in 1 datagram on call',
    expect.stringMatching(/^000000 {2}\|\[4f 6e 65\] +One$/),
    'station reads 3 bytes in 1 datagram on call',
    expect.stringMatching(/^000000 {2}\|\[4f 6e 65\] +One$/),
    'alice writes 3 bytes in 1 datagram on call',
    expect.stringMatching(/^000000 {2}\|\[54 77 6f\] +Two$/),
  ]);
  expect(wire.draw([chunk('')])).toEqual([
    'station reads 0 bytes in 1 datagram on call',
  ]);
});

it.each([40, 60, 72, 80, 120])('loses no byte and stays within %i columns', width => {
  const chunks = [...'A message of chunks of one byte'].map(chunk);
  const rows = new HexDump({ width: () => width }).draw([
    ...chunks,
    chunk('x'.repeat(50)),
    frame(81),
  ]);
  expect(rows.every(row => row.length <= width)).toBe(true);
  const hex = rows
    .slice(1)
    .flatMap(row => row.slice(8).match(/^([[|\] ]?[[\]]?[0-9a-f]{2})+/)?.[0] ?? '');
  expect(hex.join('').match(/[0-9a-f]{2}/g)).toHaveLength(81);
});
