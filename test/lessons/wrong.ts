import { threeWrites } from '../../demos/framing/lessons/1-three-writes.ts';
import { chunkLottery } from '../../demos/framing/lessons/2-chunk-lottery.ts';
import { halfACharacter } from '../../demos/framing/lessons/3-half-a-character.ts';
import { anatomy, framings } from '../../demos/framing/lessons/4-anatomy.ts';
import { listAndDict } from '../../demos/framing/lessons/5-list-and-dict.ts';
import { flippedBit } from '../../demos/framing/lessons/6-flipped-bit.ts';
import { cutAnywhere } from '../../demos/framing/lessons/7-cut-anywhere.ts';
import { fourGigabytes } from '../../demos/framing/lessons/8-four-gigabytes.ts';
import { noEnd } from '../../demos/framing/lessons/9-no-end.ts';
import { byteByByte } from '../../demos/framing/lessons/10-byte-by-byte.ts';
import { newlineInside } from '../../demos/framing/lessons/11-newline-inside.ts';
import { twoWrites } from '../../demos/framing/lessons/12-two-writes.ts';
import { bothWrite, writesFirst } from '../../demos/framing/lessons/13-both-write.ts';
import { naiveRooms } from '../../demos/framing/lessons/14-naive-rooms.ts';
import { NaiveLength, NaiveLines, naiveLines } from '../../demos/framing/naive.ts';
import { waitsForAll, waitsForNone } from '../../demos/framing/rooms.ts';
import {
  type ByteCodec,
  type Codec,
  checksummed,
  lengthPrefixed,
  lines,
  raw,
  slip,
  text,
} from '../../lib/framing/index.ts';
import type { Lesson } from '../../lib/terminal/play/course.ts';

const chunksForMessages = text(raw());

/** Takes what is left at the end for a message, as many line readers do. */
const takesTheTail = (): Codec<string> => {
  const right = text(lines());
  return {
    ...right,
    decoder() {
      const decoder = right.decoder();
      let tail = false;
      return {
        push(chunk) {
          tail = chunk.at(-1) !== 0x0a;
          decoder.push(chunk);
          if (tail) decoder.push(Buffer.from('\n'));
        },
        read: () => decoder.read(),
        end() {},
        get buffered() {
          return decoder.buffered;
        },
        get taken() {
          return decoder.taken;
        },
      };
    },
  };
};

/** A length that counts itself, beside a decoder that does not expect it. */
const countsItself: ByteCodec = {
  ...lengthPrefixed(),
  encode: payload => Buffer.from([0, 0, 0, payload.length + 4, ...payload]),
};

const escapesNothing: ByteCodec = {
  ...slip(),
  encode: payload => Buffer.from([...payload, 0xc0]),
};

/** For each lesson the programs that it must convict. */
export const wrong: readonly (readonly [
  lesson: string,
  program: string,
  play: Lesson['play'],
])[] = [
  [
    'three-writes',
    'takes a chunk for a message',
    stage => threeWrites(stage, chunksForMessages),
  ],
  [
    'chunk-lottery',
    'takes a chunk for a message',
    stage => chunkLottery(stage, chunksForMessages),
  ],
  [
    'half-a-character',
    'makes text of each chunk',
    stage => halfACharacter(stage, naiveLines()),
  ],
  [
    'anatomy',
    'counts its length too',
    stage => anatomy(stage, { ...framings, countsItself }),
  ],
  [
    'anatomy',
    'escapes nothing',
    stage => anatomy(stage, { ...framings, escapesNothing }),
  ],
  [
    'list-and-dict',
    'sends their text',
    stage => listAndDict(stage, { stringify: String, parse: String }),
  ],
  [
    'flipped-bit',
    'checks nothing',
    stage =>
      flippedBit(
        stage,
        checksummed(lines(), () => 0),
      ),
  ],
  ['cut-anywhere', 'ends without a word', stage => cutAnywhere(stage, naiveLines())],
  [
    'cut-anywhere',
    'takes the tail for a message',
    stage => cutAnywhere(stage, takesTheTail()),
  ],
  [
    'four-gigabytes',
    'believes the length',
    stage => fourGigabytes(stage, () => new NaiveLength()),
  ],
  ['no-end', 'has no limit', stage => noEnd(stage, () => new NaiveLines())],
  [
    'byte-by-byte',
    'makes text of each chunk',
    stage => byteByByte(stage, naiveLines()),
  ],
  [
    'newline-inside',
    'sends what it is given',
    stage => newlineInside(stage, naiveLines()),
  ],
  [
    'two-writes',
    'takes a chunk for a message',
    stage => twoWrites(stage, chunksForMessages),
  ],
  [
    'both-write',
    'reads only when it has said everything',
    stage => bothWrite(stage, writesFirst),
  ],
  ['naive-rooms', 'waits for every member', stage => naiveRooms(stage, waitsForAll)],
  ['naive-rooms', 'keeps everything', stage => naiveRooms(stage, waitsForNone)],
];
