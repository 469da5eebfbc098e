import type { Mode } from '../../lib/trace/rules/index.ts';
import type { LabRun } from './lab-run.ts';
import type { RecordFile } from './run-of-records.ts';
import type { LabState } from './state.ts';

/** What the page asks its worker: a run of a scene, or of records. */
export type Question =
  | { readonly play: LabState }
  | { readonly read: readonly RecordFile[]; readonly mode: Mode };

/** The worker's answer. It answers each question, in order. */
export type Answer = LabRun;
