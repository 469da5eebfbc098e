import { describe, expect, it } from 'vitest';
import { roleLegend } from '../../lib/view/bytes/roles.ts';
import { strip } from '../../lib/view/bytes/strip.ts';
import { plainPaint } from '../../lib/view/text/paint.ts';

const look = { width: 80, ascii: false, paint: plainPaint };
const bytes = Buffer.from('Tea?\nNo.\n');
const parts = [
  { role: 'payload', start: 0, end: 4 },
  { role: 'delimiter', start: 4, end: 5 },
  { role: 'payload', start: 5, end: 8 },
  { role: 'delimiter', start: 8, end: 9 },
];

describe('a strip of bytes', () => {
  it('shows the borders of chunks and of frames, and what each byte is for', () => {
    const drawn = strip({ bytes, chunks: [2, 5, 2], frames: [5, 4], parts }).draw(look);
    expect(drawn).toEqual([
      '    |[54 65|61 3f 0a][4e 6f|2e 0a]   |[Te|a?.][No|..]',
      '      == == == == ^^  == == == ^^      == ==^  == =^',
    ]);
  });

  it('shows half a frame as one that does not end, and bytes without frames bare', () => {
    expect(strip({ bytes, frames: [5] }).draw(look)).toEqual([
      '    [54 65 61 3f 0a][4e 6f 2e 0a   [Tea?.][No..',
    ]);
    expect(strip({ bytes, chunks: [9] }).draw(look)).toEqual([
      '    |54 65 61 3f 0a 4e 6f 2e 0a   |Tea?.No..',
    ]);
    expect(strip({ bytes: Buffer.from(']|['), frames: [3], parts }).draw(look)).toEqual(
      ['    [5d 7c 5b]   []|[]', '     == == ==     ==='],
    );
    expect(strip({ bytes: bytes.subarray(0, 1), label: 'one' }).draw(look)).toEqual([
      '     one          54   T',
    ]);
  });

  it.each([30, 40, 60, 80])('loses no byte and stays within %i columns', width => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const ones = Array.from(all, () => 1);
    const rows = strip({ bytes: all, chunks: ones, frames: ones }).draw({
      ...look,
      width,
    });
    expect(rows.every(row => row.length <= width)).toBe(true);
    const hex = rows.flatMap(row => row.match(/\[[0-9a-f]{2}\]/g) ?? []);
    expect(hex).toHaveLength(256);
  });

  it('marks every role in its own way, and what it does not know', () => {
    const roles = [
      'length',
      'payload',
      'delimiter',
      'escape',
      'check',
      'unknown',
      'new',
    ];
    const marks = strip({
      bytes: Buffer.from('abcdefg'),
      parts: roles.map((role, start) => ({ role, start, end: start + 1 })),
    }).draw(look)[1];
    expect(marks?.trim()).toBe('## == ^^ ~~ ++ ?? ??   #=^~+??');
  });

  it('says what the marks mean, and in a narrow window in two rows', () => {
    expect(roleLegend.draw(look)).toEqual([
      '     # length   = payload   ^ delimiter   ~ escape   + check',
    ]);
    expect(roleLegend.draw({ ...look, width: 40 })).toEqual([
      '     # length   = payload   ^ delimiter',
      '     ~ escape   + check',
    ]);
    expect(roleLegend.tell()).toEqual([]);
  });

  it('tells the same in a sentence', () => {
    const given = { label: 'lines', bytes, chunks: [2, 7], frames: [5, 4], parts };
    expect(strip(given).tell()).toEqual([
      'lines: 9 bytes; 2 chunks of 2, 7; 2 frames of 5, 4; payload 4, delimiter 1, payload 3, delimiter 1; "Te|a?\\nNo.\\n"',
    ]);
    expect(strip({ bytes }).tell()).toEqual(['9 bytes; "Tea?\\nNo.\\n"']);
    expect(strip({ bytes, frames: [] }).tell()).toEqual([
      '9 bytes; 0 frames; "Tea?\\nNo.\\n"',
    ]);
  });
});
