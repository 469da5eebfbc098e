// The same message in every framing: what each byte is for, and which payloads it cannot carry.

import { crc32 } from 'node:zlib';
import {
  type ByteCodec,
  checksummed,
  delimited,
  dissect,
  FrameError,
  lengthPrefixed,
  lines,
  netstring,
  slip,
} from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { roleLegend } from '../../../lib/view/bytes/roles.ts';
import { strip } from '../../../lib/view/bytes/strip.ts';
import { read } from '../reading.ts';

export const framings: Readonly<Record<string, ByteCodec>> = {
  lines: lines(),
  'ends in 0': delimited('\0'),
  length: lengthPrefixed(),
  varint: lengthPrefixed({ width: 'varint' }),
  netstring: netstring(),
  SLIP: slip(),
  'lines + CRC': checksummed(lines(), crc32),
};
const hello = Buffer.from('hello');
/** LF, 0, and the END of SLIP. */
const awkward = Buffer.of(0x0a, 0x00, 0xc0);

export async function anatomy(stage: LessonStage, codecs = framings): Promise<Claim> {
  await stage.tell(
    '"hello" in every framing. The mark below each byte says what it is for:',
  );
  await stage.show(roleLegend);
  const sent = await inAll(hello);
  await stage.tell(`The bytes that are not "hello" are the cost: ${costs(sent)}.`);
  await stage.ask(
    'Now a payload of the three bytes 0a (LF), 00 and c0. Which framings cannot carry it?',
  );
  const awkwardSent = await inAll(awkward);
  const count = (fate: Fate) => awkwardSent.filter(one => one.fate === fate).length;
  return {
    ok: sent.every(({ fate }) => fate === 'carried') && count('changed') === 0,
    found: `${sent.length} framings give back "hello"; 0a 00 c0: ${count('carried')} give it back, ${count('refused')} refuse it, ${count('changed')} change it`,
  };

  async function inAll(payload: Buffer): Promise<Sent[]> {
    const found: Sent[] = [];
    for (const [label, codec] of Object.entries(codecs))
      found.push(await inOne(label, codec, payload));
    return found;
  }

  async function inOne(
    label: string,
    codec: ByteCodec,
    payload: Buffer,
  ): Promise<Sent> {
    try {
      const bytes = codec.encode(payload);
      const parts = dissect(codec, bytes);
      await stage.show(strip({ label, bytes, frames: [bytes.length], parts }));
      const [back] = read(codec, [bytes]).messages;
      const fate = back && payload.equals(back) ? 'carried' : 'changed';
      return { label, fate, extra: bytes.length - payload.length };
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      await stage.tell(`${label}: ${error.message}`);
      return { label, fate: 'refused', extra: 0 };
    }
  }
}

type Fate = 'carried' | 'refused' | 'changed';

interface Sent {
  readonly label: string;
  readonly fate: Fate;
  /** How many bytes are not payload. */
  readonly extra: number;
}

/** `1 B (lines, SLIP), 4 B (length)`. */
function costs(sent: readonly Sent[]): string {
  const extras = new Set(sent.map(({ extra }) => extra));
  const cost = (extra: number) => {
    const labels = sent.filter(one => one.extra === extra).map(({ label }) => label);
    return `${extra} B (${labels.join(', ')})`;
  };
  return [...extras]
    .sort((one, other) => one - other)
    .map(cost)
    .join(', ');
}
