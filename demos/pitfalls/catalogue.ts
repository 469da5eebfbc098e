import { bothWait } from './both-wait/pitfall.ts';
import { bothWrite } from './both-write/pitfall.ts';
import { emptyDatagram } from './empty-datagram/pitfall.ts';
import { firstDatagram } from './first-datagram/pitfall.ts';
import { halfACharacter } from './half-a-character/pitfall.ts';
import { halfAMessage } from './half-a-message/pitfall.ts';
import { lostAnswer } from './lost-answer/pitfall.ts';
import { noErrorListener } from './no-error-listener/pitfall.ts';
import type { Pitfall } from './pitfall.ts';
import { shiftedAnswers } from './shifted-answers/pitfall.ts';
import { spinAtEnd } from './spin-at-end/pitfall.ts';
import { twoInOne } from './two-in-one/pitfall.ts';
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
  // Datagrams.
  firstDatagram,
  emptyDatagram,
];
