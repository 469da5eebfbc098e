import type { Format } from './formats.ts';
import type { Ours, Peer } from './peers/index.ts';
import type { Workload } from './workload.ts';

/** Peers that read one format, and give the same kind of frame. */
export interface Group {
  readonly title: string;
  readonly ours: Ours;
  readonly others: readonly Exclude<Peer, Ours>[];
  readonly cells: readonly Workload[];
}

export const payloads = [16, 128, 1_024, 65_536];
export const chunks = [1, 1_460, 65_536];

/** Bytes of a stream: fewer, where each comes in a chunk of its own. */
const total = (chunk: number) => (chunk === 1 ? 65_536 : 2_097_152);

export const cell = (format: Format, payload: number, chunk: number): Workload => ({
  format,
  payload,
  chunk,
  frames: Math.max(1, Math.floor(total(chunk) / payload)),
});

const cells = (format: Format) =>
  payloads.flatMap(payload => chunks.map(chunk => cell(format, payload, chunk)));

export const MIB = 1_048_576;
export const tiny = cell('lines', 16, 65_536);
export const long = cell('lines', 4 * MIB, 1_460);

export const groups: readonly Group[] = [
  {
    title: 'lines, as text',
    ours: 'ours: lines as text',
    others: [
      'split2("\\n")',
      'split2()',
      'node:readline',
      'serialport readline',
      'byline, utf8',
      '@fuman/io text',
      'by hand',
    ],
    cells: [...cells('lines'), { ...tiny, accents: true }, long],
  },
  {
    title: 'lines, as bytes',
    ours: 'ours: lines',
    others: ['serialport delimiter', 'byline', '@fuman/io delimiter'],
    cells: cells('lines'),
  },
  {
    title: 'length of 4 bytes, as bytes',
    ours: 'ours: length',
    others: ['frame-stream', '@fuman/io length'],
    cells: cells('length'),
  },
  {
    title: 'length in a varint, as bytes',
    ours: 'ours: varint',
    others: ['length-prefixed-stream', 'it-length-prefixed', 'by hand, varint'],
    cells: cells('varint'),
  },
  {
    title: 'length in a varint, as text',
    ours: 'ours: varint as text',
    others: [
      'length-prefixed-stream, String',
      'it-length-prefixed, TextDecoder',
      'by hand, varint as text',
    ],
    cells: cells('varint'),
  },
];
