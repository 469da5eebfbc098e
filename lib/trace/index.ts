export { Contradiction } from './contradiction.ts';
export { type CountName, countNames } from './count-names.ts';
export type { Counts } from './counts.ts';
export { type Crossing, countCrossings, crossings } from './crossing.ts';
export {
  drawn,
  type Kind,
  type Mode,
  type Observation,
  type Origin,
  type TraceEvent,
} from './event.ts';
export { fromJsonLines, toJsonLines } from './jsonl.ts';
export { Matcher } from './match.ts';
export { causalOrder } from './order.ts';
export type { TraceRecord } from './record.ts';
export { type Observe, Recorder, type RecorderOptions } from './recorder.ts';
export type { RuleOptions } from './rules.ts';
export type { Heard, Talk } from './talk.ts';
export type { Traffic } from './traffic.ts';
export { judge, judgeRecords, type Verdict } from './verdict.ts';
export {
  type Expectation,
  type Finding,
  find,
  report,
} from './verdict-line.ts';
