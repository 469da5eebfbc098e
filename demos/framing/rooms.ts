// Three rooms that differ in one loop: what they do about a member that does not read.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { realClock } from '../../lib/connection/clock.ts';
import { Connection } from '../../lib/connection/connection.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { lines, text } from '../../lib/framing/index.ts';
import { type BothWays, fullDuplex } from '../../lib/modes/full-duplex.ts';
import type { LessonStage } from '../../lib/terminal/play/course.ts';
import { whileMoving } from './moving.ts';

const line = 'x'.repeat(16_383);
/** What alice has to say, in bytes: more than the kernels between her and carol hold. */
export const total = 16_777_216;
/** What our room keeps for a member, in bytes. */
const limit = 2_097_152;

/** A member, as the room has it. */
interface Member extends Pick<BothWays, 'send'> {
  readonly wire: Wire;
}

/** Says a line to the others. The room waits for what it returns before it reads the next line. */
export type Say = (others: readonly Member[], line: string) => Promise<void> | void;

export const waitsForAll: Say = async (others, words) => {
  for (const other of others) await other.send(words);
};

export const waitsForNone: Say = (others, words) => {
  for (const other of others) void other.send(words);
};

export const givesUpOnTheSlow: Say = (others, words) => {
  for (const other of others)
    if (other.wire.waiting > limit) other.wire.destroy();
    else void other.send(words);
};

/** The outcome, in bytes. */
interface Outcome {
  said: number;
  heard: number;
  /** The most that the room held for carol. */
  held: number;
}

/** Alice says all she has, bob reads, and carol does not: until all is heard, or nothing moves any more. */
export async function spoken(link: LessonStage['link'], say: Say): Promise<Outcome> {
  const [alice, bob, carol] = [await link({}), await link({}), await link({})];
  const outcome = { said: 0, heard: 0, held: 0 };
  carol.near.pause();
  const others = [bob, carol].map(({ far }) => member(far));
  void listen(bob.near, words => {
    outcome.heard += words.length + 1;
  });
  void listen(alice.far, async words => {
    await say(others, words);
    outcome.held = Math.max(outcome.held, carol.far.waiting);
  });
  void talk(opened(alice.near), outcome);
  await whileMoving(
    () => outcome.heard,
    () => outcome.heard === total,
  );
  for (const { near } of [alice, bob, carol]) near.destroy();
  return outcome;
}

async function talk(alice: BothWays, outcome: Outcome): Promise<void> {
  while (outcome.said < total) {
    outcome.said += line.length + 1;
    await alice.send(line);
    // Nobody who reads falls far back: each line is on its way before the next.
    await nextTurn();
  }
}

async function listen(
  wire: Wire,
  hear: (words: string) => Promise<void> | void,
): Promise<void> {
  for await (const { text: words } of opened(wire)) await hear(words);
}

function member(wire: Wire): Member {
  const connection = opened(wire);
  return { wire, send: words => connection.send(words) };
}

const opened = (wire: Wire): BothWays =>
  fullDuplex(
    new Connection({ wire, codec: text(lines()), clock: realClock, role: 'caller' }),
  );
