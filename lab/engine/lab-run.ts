import type { FramingName } from '../../lib/framing/framings.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { freest, type Mode } from '../../lib/trace/rules/index.ts';
import type { RuleOptions } from '../../lib/trace/rules/options.ts';
import type { Finding } from '../../lib/trace/verdict-line.ts';

/** One performance of a scene, as the lab shows it. It can be cloned, so a worker can send it. */
export interface LabRun {
  readonly mode: Mode;
  /** Who takes part, from left to right. */
  readonly lanes: readonly string[];
  readonly moments: readonly Moment[];
  /** The whole record: numbered, with bytes and chunks. The verdict needs all of it. */
  readonly events: readonly TraceEvent[];
  /** What the reader takes home, if it is not `events`: several files as one record. */
  readonly record?: readonly TraceEvent[];
  /**
   * The part of the record that a picture shows: of a flood only the first and last message. If
   * nobody floods, it is the same array as `events`.
   */
  readonly shown: readonly TraceEvent[];
  /** The options of the verdict. */
  readonly rule: Pick<RuleOptions, 'turns' | 'from'>;
  /** The framing of its links; none if it is not known, or not one of a stream. */
  readonly framing?: FramingName;
  /**
   * The scene cannot be read, or its first line that did not go as written; it goes on after that.
   * Beside a `finding` it is a note: something is not shown.
   */
  readonly problem?: Problem;
  /** The verdict as the terminal prints it. A scene that did not go as written has none. */
  readonly finding?: Finding;
}

/** A mistake, at a line of the scene's text. Without a line, it is at none of them. */
export interface Problem {
  readonly line?: number;
  readonly words: string;
}

/** What a spectator is told at one time. */
export type Moment = Until &
  (
    | { readonly is: 'narration' | 'question'; readonly text: string }
    | { readonly is: 'step'; readonly screens: Screens }
    /** A lesson shows rows of text: bytes, a table. */
    | { readonly is: 'figure'; readonly rows: readonly string[] }
    /** A lesson judges one part of what it shows. */
    | { readonly is: 'judgement'; readonly good: boolean; readonly text: string }
  );

/** How much has happened by then. */
interface Until {
  /** The line of the scene's text, from 1. A lesson has no lines: 0. */
  readonly line: number;
  /** How many of `events` have happened. */
  readonly upTo: number;
  /** How many of `shown` have happened. */
  readonly shown: number;
}

/** The lines on each screen, by the name of the end. */
export type Screens = Readonly<Record<string, readonly string[]>>;

/** A run in which nothing has happened. */
export const nothingBut = (problem: Problem, mode = freest): LabRun => ({
  mode,
  lanes: [],
  moments: [],
  events: [],
  shown: [],
  rule: {},
  problem,
});
