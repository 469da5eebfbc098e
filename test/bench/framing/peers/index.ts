import type { Format } from '../formats.ts';
import { asText, bytes } from './ours.ts';
import type { Read } from './read.ts';

/** Our framing of that format, `as text` or not. */
export type Ours = `ours: ${Format}` | `ours: ${Format} as text`;

export const others = {
  'split2("\\n")': () => import('./split2-lf.ts'),
  'split2()': () => import('./split2.ts'),
  'node:readline': () => import('./readline.ts'),
  'serialport readline': () => import('./serialport-readline.ts'),
  'serialport delimiter': () => import('./serialport-delimiter.ts'),
  byline: () => import('./byline.ts'),
  'byline, utf8': () => import('./byline-text.ts'),
  'frame-stream': () => import('./frame-stream.ts'),
  'length-prefixed-stream': () => import('./length-prefixed-stream.ts'),
  'length-prefixed-stream, String': () => import('./length-prefixed-stream-text.ts'),
  'it-length-prefixed': () => import('./it-length-prefixed.ts'),
  'it-length-prefixed, TextDecoder': () => import('./it-length-prefixed-text.ts'),
  '@fuman/io delimiter': () => import('./fuman-delimiter.ts'),
  '@fuman/io text': () => import('./fuman-text.ts'),
  '@fuman/io length': () => import('./fuman-length.ts'),
  'by hand': () => import('./by-hand.ts'),
  'by hand, varint': () => import('./by-hand-varint.ts'),
  'by hand, varint as text': () => import('./by-hand-varint-text.ts'),
} satisfies Record<string, () => Promise<{ readonly read: Read }>>;

export type Peer = Ours | keyof typeof others;

export async function reader(name: string): Promise<Read> {
  const load = others[name as keyof typeof others];
  if (load !== undefined) return (await load()).read;
  const [, format, text] = /^ours: (.*?)( as text)?$/.exec(name) ?? [];
  return (text ? asText : bytes)(format as Format);
}
