import { bargeIn } from './barge-in/pitfall.ts';
import { bothWait } from './both-wait/pitfall.ts';
import { bothWrite } from './both-write/pitfall.ts';
import { crashSpreads } from './crash-spreads/pitfall.ts';
import { emptyDatagram } from './empty-datagram/pitfall.ts';
import { escapeSequences } from './escape-sequences/pitfall.ts';
import { firstDatagram } from './first-datagram/pitfall.ts';
import { forgedLine } from './forged-line/pitfall.ts';
import { halfACharacter } from './half-a-character/pitfall.ts';
import { halfAMessage } from './half-a-message/pitfall.ts';
import { innerHtml } from './inner-html/pitfall.ts';
import { lostAnswer } from './lost-answer/pitfall.ts';
import { lostHeartbeat } from './lost-heartbeat/pitfall.ts';
import { noErrorListener } from './no-error-listener/pitfall.ts';
import type { Pitfall } from './pitfall.ts';
import { removeWhileIterating } from './remove-while-iterating/pitfall.ts';
import { shiftedAnswers } from './shifted-answers/pitfall.ts';
import { silentNewcomer } from './silent-newcomer/pitfall.ts';
import { slowReader } from './slow-reader/pitfall.ts';
import { spinAtEnd } from './spin-at-end/pitfall.ts';
import { stolenPartner } from './stolen-partner/pitfall.ts';
import { twoInOne } from './two-in-one/pitfall.ts';
import { unboundedQueue } from './unbounded-queue/pitfall.ts';
import { unreadInput } from './unread-input/pitfall.ts';
import { wordAsData } from './word-as-data/pitfall.ts';

/** All pitfalls, in the order in which they are listed. */
export const catalogue: readonly Pitfall[] = [
  // Bytes and messages.
  twoInOne,
  halfAMessage,
  halfACharacter,
  wordAsData,
  shiftedAnswers,
  // How it ends.
  spinAtEnd,
  lostAnswer,
  unreadInput,
  noErrorListener,
  // Who may speak.
  bothWait,
  bothWrite,
  bargeIn,
  stolenPartner,
  // Many people.
  silentNewcomer,
  crashSpreads,
  removeWhileIterating,
  slowReader,
  unboundedQueue,
  // Strangers' text.
  forgedLine,
  escapeSequences,
  innerHtml,
  // Datagrams.
  firstDatagram,
  emptyDatagram,
  lostHeartbeat,
];
