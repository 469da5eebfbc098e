import type { Property } from './properties.ts';
import type { Subject } from './subject.ts';
import {
  checkedSubject,
  crlfSubject,
  lineSubject,
  littleSubject,
  netstringSubject,
  prefixedSubject,
  slipSubject,
  textSubject,
  varintSubject,
} from './subjects.ts';
import {
  alwaysTakesTwo,
  decodesEachChunk,
  dropsEmpty,
  dropsTheTail,
  endsQuietly,
  failsForGood,
  handsOutItsChunk,
  knowsNoLimit,
  type Made,
  neverDone,
  sendsAnything,
  sendsNothing,
  startsOver,
  takesChunksForMessages,
  takesPrefixForBoundary,
  throwsAnything,
} from './wrong-codecs.ts';

import {
  allowsLeadingZeros,
  believesTheChecksum,
  dropsHalfADelimiter,
  forgetsItsError,
  forgivesEscapes,
  framesOfNothing,
  ignoresTheComma,
  missesTheSeam,
  pinsItsChunk,
  readsEitherEnding,
  takesByteForBoundary,
  writesHighestFirst,
} from './wrong-framings.ts';

/** A codec on purpose wrong, and the property that must say so. */
export interface Wrong extends Subject {
  readonly convictedBy: Property;
}

const wrong = (
  name: string,
  convictedBy: Property,
  subject: Subject,
  spoil: (codec: Made, limit: number) => Made,
): Wrong => ({
  ...subject,
  name,
  convictedBy,
  make: limit => spoil(subject.make(limit), limit),
});

const cutShort = 'gives the same however a short stream is cut';
const cutLong = 'gives the same however a long stream is cut';
const truncated = 'calls a stream truncated unless it ends between frames';
const anyBytes = 'survives any bytes, and holds no more than the limit';
const someMiB = 'refuses some MiB once, holds none of them and continues after them';
const sends = 'sends what comes back, and refuses exactly the rest';
const owns = 'owns its bytes: a chunk may be used again once it is read';
const linear = 'works in proportion to the bytes, even one at a time';
const linearLong = 'works in proportion to the bytes of a long frame';
const sameError = 'throws the same error from then on, once cut off';

const corrupt = 'throws the same error from then on, once corrupt';
const taken = 'says how many bytes each read took';
const alive = 'keeps alive no byte but those of a message';
const empty = 'keeps empty frames, where it can say them';

export const wrongs: readonly Wrong[] = [
  wrong('takes chunks for messages', cutShort, lineSubject, takesChunksForMessages),
  wrong('decodes each chunk', cutShort, textSubject, decodesEachChunk),
  wrong('drops the tail', truncated, lineSubject, dropsTheTail),
  wrong('ends well after a prefix', truncated, prefixedSubject, takesPrefixForBoundary),
  wrong(
    'drops empty frames',
    'keeps empty frames, where it can say them',
    prefixedSubject,
    dropsEmpty,
  ),
  wrong('hands out its chunk', owns, prefixedSubject, handsOutItsChunk),
  wrong('starts over', linear, lineSubject, startsOver),
  wrong('starts over in a long frame', linearLong, lineSubject, startsOver),
  wrong('fails for good', cutLong, lineSubject, failsForGood),
  wrong('ends quietly', sameError, lineSubject, endsQuietly),
  wrong('throws anything', anyBytes, lineSubject, throwsAnything),
  wrong('is never done', anyBytes, lineSubject, neverDone),
  wrong('knows no limit', someMiB, lineSubject, knowsNoLimit),
  wrong('sends anything', sends, lineSubject, sendsAnything),
  wrong('sends nothing', sends, textSubject, sendsNothing),
  wrong('allows leading zeros', cutShort, netstringSubject, allowsLeadingZeros),
  wrong('ignores the comma', cutShort, netstringSubject, ignoresTheComma),
  wrong('misses a delimiter in two chunks', cutShort, crlfSubject, missesTheSeam),
  wrong('drops half a delimiter', cutShort, crlfSubject, dropsHalfADelimiter),
  wrong('reads LF for CRLF', cutShort, crlfSubject, readsEitherEnding),
  wrong('takes END after END for a frame', empty, slipSubject, framesOfNothing),
  wrong('forgives a wrong escape', cutShort, slipSubject, forgivesEscapes),
  wrong('ends well in a varint', truncated, varintSubject, takesByteForBoundary),
  wrong('forgets its error', corrupt, varintSubject, forgetsItsError),
  wrong('writes the highest byte first', sends, littleSubject, writesHighestFirst),
  wrong('believes the checksum', cutShort, checkedSubject, believesTheChecksum),
  wrong('always takes two bytes', taken, prefixedSubject, alwaysTakesTwo),
  wrong('pins its chunk', alive, lineSubject, pinsItsChunk),
];
