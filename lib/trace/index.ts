// `duplex-modes/trace`: what others borrow. We import from the files themselves.

export type { Kind, Observation, Origin, TraceEvent } from './event.ts';
export { fromJsonLines, toJsonLines } from './jsonl.ts';
export type { TraceRecord } from './record.ts';
export { type Observe, Recorder, type RecorderOptions } from './recorder.ts';
export type { Mode } from './rules/index.ts';
export { judge, judgeRecords, type Verdict } from './verdict.ts';
export { type Finding, report } from './verdict-line.ts';
