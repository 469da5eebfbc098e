export { Admission } from './admission.ts';
export { type Answer, answer, noLonger, unknown } from './gate.ts';
export {
  checkOf,
  defaultHeartbeat,
  type Heartbeat,
  noticedWithin,
  Pulse,
  timeoutOf,
} from './heartbeat.ts';
export { type Inside, Knock } from './knock.ts';
export { type Draw, drawTalk, Marks } from './marks.ts';
export type { Quota } from './rate.ts';
export { readWord } from './read-word.ts';
export { type Happening, Session, type Side } from './session.ts';
export { memberSide, roomSide } from './sides.ts';
export { makeToken, readToken, type Sign } from './token.ts';
export { type Place, Window } from './window.ts';
export { isTalkWord, type TalkWord, version, type Word } from './word.ts';
export { writeWord } from './write-word.ts';
