import type { ByteCodec } from './codec.ts';
import { ended, findDelimiter } from './delimited.ts';
import type { Frame } from './frame.ts';
import { FrameError } from './frame-error.ts';
import { framing } from './framing.ts';
import { checkChoice, checkLimit, type Limit } from './limit.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';

const LF = 0x0a;
const CR = 0x0d;

const endings = ['lf', 'crlf', 'either'] as const;

export interface Lines extends Limit {
  /**
   * - `lf`: LF ends a line; CR is a byte like any other.
   * - `crlf`: CR LF ends a line; CR or LF alone is a byte like any other.
   * - `either` (default): reads both, writes LF.
   */
  readonly ending?: (typeof endings)[number];
}

/**
 * One line, one message: `hello\n`.
 *
 * A payload that contains the line ending is `unencodable`; with `either`, so is one that ends
 * in CR. A payload has at most `maxPayload` bytes (default: 64 KiB), not counting the line
 * ending: a longer line is `too-large`, and skipped. Throws a RangeError for any other ending.
 */
export function lines({
  maxPayload = 65_536,
  ending = 'either',
}: Lines = {}): ByteCodec {
  checkChoice('ending', ending, endings);
  const mark = Uint8Array.from(ending === 'crlf' ? [CR, LF] : [LF]);
  const either = ending === 'either';
  return framing({
    name: 'lines',
    limit: checkLimit(maxPayload),
    find: either ? findEither : findDelimiter(mark),
    ending: { mark: ending === 'crlf' ? '\r\n' : '\n', orCr: either },
    frame(payload) {
      if (either && payload.at(-1) === CR) throw endsInCr();
      return ended(payload, mark);
    },
  });
}

function findEither(received: ReceiveBuffer, searched: number): Frame {
  const lf = received.indexOf(LF, searched);
  const end = lf < 0 ? received.length : lf;
  // A CR at the end of a chunk may be half of a CRLF: it does not count until the next byte
  // arrives.
  const cr = end > 0 && received.at(end - 1) === CR;
  return { start: 0, end: cr ? end - 1 : end, next: lf < 0 ? Infinity : lf + 1 };
}

const endsInCr = () =>
  new FrameError(
    'unencodable',
    'Cannot send payload as a line: CR at its end would count as line ending',
  );
