// Both write first and read later: each waits for space that only the other could make, by reading.

import type { Wire } from '../../../lib/connection/wire.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { byteMeter, inBytes, meters } from '../../../lib/view/rows/meters.ts';
import { whileMoving } from '../moving.ts';

/** What each has to say, in bytes. The second is more than two kernels hold. */
const [little, much] = [8_192, 33_554_432];

/** How far one end has come, in bytes. Both numbers grow. */
interface Talker {
  said: number;
  heard: number;
}

type Pair = readonly Talker[];
type Talk = (wire: Wire, size: number) => Talker;

export async function bothWrite(
  stage: LessonStage,
  ours: Talk = readsAlways,
): Promise<Claim> {
  await stage.tell(
    'Alice and Bob each have something to say, over one TCP link. Each says all of it, and then begins to read.',
  );
  const few = heardBy(await talked(writesFirst, little));
  await stage.ask(
    `With ${inBytes(little)} each, ${inBytes(few)} were heard: all. And with ${inBytes(much)} each?`,
  );
  const naive = await shown(await talked(writesFirst, much));
  await stage.tell(
    'Nothing is broken, and nothing will ever happen. The buffers between them are full. Each waits for space, and only the other could make it: by reading. Now both read at all times:',
  );
  const right = await shown(await talked(ours, much));
  return {
    ok: few === 2 * little && naive < 2 * much && right === 2 * much,
    found: `${inBytes(much)} each way: ${inBytes(naive)} heard if both write first, ${inBytes(right)} if both also read`,
  };

  /** Returns the two ends when all was heard, or when nothing moves any more. */
  async function talked(talk: Talk, size: number): Promise<Pair> {
    const { near, far } = await stage.link({});
    const pair = [talk(near, size), talk(far, size)];
    const moved = () => heardBy(pair) + saidBy(pair);
    await whileMoving(moved, () => heardBy(pair) === 2 * size);
    near.destroy();
    return pair;
  }

  /** Returns how many bytes the two have heard. */
  async function shown(pair: Pair): Promise<number> {
    const heard = heardBy(pair);
    await stage.show(
      meters([
        byteMeter('to say', 2 * much),
        byteMeter('said', saidBy(pair)),
        byteMeter('heard', heard, heard < 2 * much ? 'refused' : 'message'),
      ]),
    );
    return heard;
  }
}

const piece = Buffer.alloc(little, 'x');

/** Says everything, as fast as there is space, and reads nothing before that. */
export function writesFirst(wire: Wire, size: number): Talker {
  wire.pause();
  return readsAlways(wire, size, () => wire.resume());
}

/** Says everything, as fast as there is space, and reads all the time. */
function readsAlways(wire: Wire, size: number, saidAll = () => {}): Talker {
  const talker = { said: 0, heard: 0 };
  function speak(): void {
    while (talker.said < size) {
      talker.said += piece.length;
      if (!wire.write(piece)) return;
    }
    saidAll();
  }
  function chunk({ length }: Uint8Array): void {
    talker.heard += length;
  }
  wire.start({ chunk, drained: speak, ended() {}, reset() {}, closed() {} });
  speak();
  return talker;
}

const saidBy = (pair: Pair): number => sum(pair.map(one => one.said));
const heardBy = (pair: Pair): number => sum(pair.map(one => one.heard));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
