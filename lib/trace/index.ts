export { type Crossing, countCrossings, crossings } from './crossing.ts';
export {
  drawn,
  type Kind,
  type Mode,
  type Observation,
  type Origin,
  type TraceEvent,
} from './event.ts';
export { join } from './join.ts';
export { fromJsonLines, toJsonLines } from './jsonl.ts';
export { Matcher } from './match.ts';
export { causalOrder } from './order.ts';
export { type Observe, Recorder, type RecorderOptions } from './recorder.ts';
export { type Conversation, conversations, type Heard } from './talk.ts';
export type { Traffic } from './traffic.ts';
export { judge, type Verdict } from './verdict.ts';
export {
  type CountName,
  countNames,
  type Expectation,
  type Finding,
  find,
  report,
} from './verdict-line.ts';
