export { byDatagram, visitByDatagram } from './by-datagram.ts';
export { type BothWays, fullDuplex } from './full-duplex.ts';
export {
  answer,
  call,
  type Listening,
  type Talking,
  TurnSpent,
} from './half-duplex.ts';
export { introduce, type TakeName, visit } from './people.ts';
export { type Receiver, receiver, type Sender, sender } from './simplex.ts';
export { type Deed, type Happening, type Phase, turnTable } from './turn-table.ts';
export { Turns } from './turns.ts';
export { beginning, fromPerson, fromServer, isGoodbye, nameQuestion } from './words.ts';
