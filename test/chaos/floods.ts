import { pause } from './person.ts';
import type { Manner } from './visit.ts';

/** All that one sends in one go, by the letter of the protocol. It costs the sender little. */
const emptyLines = Buffer.alloc(65_536, '\n');
const noText = Buffer.alloc(65_536, '\xff\n', 'latin1');
const megabytes = Buffer.alloc(4 * 1_048_576, '\n');
const questions = Buffer.from('/who\n'.repeat(13_107));
const manyQuestions = Buffer.from('/who\n'.repeat(800_000));
const calls = (name: string) => Buffer.from(`/to ${name}\n`.repeat(20_000));

/** Sends it, takes what is answered for a while, and is gone. */
const floods =
  (flood: (name: string) => Uint8Array): Manner =>
  async (person, { random, others, stall }) => {
    person.writes(flood(random.of(others)));
    await pause(Math.min(stall, 1_000));
    person.socket.resetAndDestroy();
  };

/** Asks for more than the room may keep in answers, and takes none of them. */
const asksAndReadsNothing: Manner = async (person, { stall, clock }) => {
  person.socket.pause();
  person.writes(manyQuestions);
  const until = clock.now() + stall;
  while (clock.now() < until) await pause(10);
  person.socket.resetAndDestroy();
};

/** What one member sends costs that member: nobody else may wait for it. */
export const floodManners: Record<string, Manner> = {
  sendsEmptyLines: floods(() => emptyLines),
  sendsNoText: floods(() => noText),
  sendsMegabytes: floods(() => megabytes),
  asksAndAsks: floods(() => questions),
  callsAndCalls: floods(calls),
  asksAndReadsNothing,
};
