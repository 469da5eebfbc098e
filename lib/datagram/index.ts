export {
  type Beats,
  checkOf,
  noticedWithin,
  Pulse,
  patienceOf,
  usualBeats,
} from './beats.ts';
export { type Answer, answer, answerMember } from './gate.ts';
export { Knock } from './knock.ts';
export { type Happening, Session } from './session.ts';
export { makeTicket, readTicket, type Sign } from './ticket.ts';
export { type Place, Window } from './window.ts';
export { readWord, type Word, writeWord } from './word.ts';
