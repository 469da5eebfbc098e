import { byLines, type CodecFor } from '../../connection/codecs.ts';
import type { Values } from '../../options/option.ts';
import { readOptions } from '../../options/read.ts';
import { UsageError } from '../../options/usage-error.ts';
import { Contradiction } from '../../trace/contradiction.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { Recorder } from '../../trace/recorder.ts';
import { judge } from '../../trace/verdict.ts';
import { type Finding, find, report } from '../../trace/verdict-line.ts';
import type { DoorName } from '../../transport/doors.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { type Scene, SceneError, type Step } from '../script/scene.ts';
import {
  flagsInScenes,
  type Limits,
  type Program,
  withDoors,
} from '../world/program.ts';
import type { World } from '../world/world.ts';
import type { Opposite, Screen } from './opposite.ts';
import { Ours, type OursOptions } from './ours.ts';
import { perform } from './perform.ts';
import { Run } from './run.ts';
import { type Stranger, Theirs } from './theirs.ts';

/** Watches a scene as it is played. Each method may take as long as it wants. */
export interface Spectator {
  begins(address: string): Promise<void>;
  narration(text: string): Promise<void>;
  question(text: string): Promise<void>;
  /** `batch`: what has happened; of a flood only a part. `record`: everything so far. */
  events(batch: readonly TraceEvent[], record: readonly TraceEvent[]): Promise<void>;
  /** A step of the scene begins. */
  step?(step: Step): void;
  /** A step did not go as written. With this method the scene goes on all the same. */
  failed?(error: SceneError): void;
  /** A line appears on the screen of a player, or of our server. */
  screen?: Screen;
}

export type PlayOptions = Whom & {
  readonly scene: Scene;
  readonly program: Program;
  /**
   * Lines by default, and always if somebody writes raw bytes: those are lines. Datagrams keep
   * messages apart, so there is nothing to choose.
   */
  readonly framing?: CodecFor;
  /** Faults in addition to those of the scene's own link. */
  readonly faults?: Faults;
  readonly chunks?: boolean;
  /** Flags of the server besides those of the scene. */
  readonly flags?: Values;
  /** A scene in which nothing happens for this time has failed, in milliseconds. */
  readonly patience?: number;
  readonly spectator?: Spectator;
};

/** The server that the players talk to: our own in a world of ours, or a stranger's. */
type Whom =
  | { readonly world: World; readonly stranger?: never }
  | { readonly stranger: Stranger; readonly world?: never };

export interface Played {
  readonly finding: Finding;
  readonly recorder: Recorder;
}

/** Plays a scene to its end and judges the record. Throws a SceneError if it did not go as written. */
export async function play(options: PlayOptions): Promise<Played> {
  const { scene, spectator } = options;
  const framing = writesBytes(scene) ? byLines : (options.framing ?? byLines);
  const program = withDoors(options.program, doorsIn(scene));
  const { faults = {}, chunks = false } = options;
  const flags = { ...flagsOf(scene, program), ...options.flags };
  const screen: Screen = (who, line) => spectator?.screen?.(who, line);
  const setting = { program, framing, flags, screen };
  const run = new Run({
    opposite: record => oppositeOf(options, { ...setting, record }),
    ...setting,
    link: { ...scene.link, ...faults },
    chunks,
  });
  await run.opposite.start();
  try {
    await spectator?.begins(run.opposite.address);
    await tell(options, run);
    for (const step of scene.steps.flatMap(oneByOne)) await show(step, options, run);
    await run.opposite.quiet();
    await tell(options, run);
    return { finding: findingOf(options, run), recorder: run.recorder };
  } finally {
    await run.close();
  }
}

/** Whether somebody writes raw bytes, also below `at once:`. */
export const writesBytes = ({ steps }: Scene): boolean =>
  steps.some(step =>
    ('steps' in step ? step.steps : [step]).some(inner => inner.do === 'write'),
  );

/** Returns the doors that a scene names. */
const doorsIn = ({ steps }: Scene): DoorName[] =>
  steps.flatMap(step => (step.do === 'connect' && step.door) || []);

/** Reads the scene's `server:`. A flag that the server does not have is an error: it would have no effect. */
function flagsOf({ file, server }: Scene, program: Program): Values & Limits {
  try {
    return readOptions(server, flagsInScenes(program)) as Values & Limits;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new SceneError(file, undefined, `in "server:", ${error.message}`);
  }
}

function oppositeOf(
  { world, stranger, patience = 5_000 }: PlayOptions,
  setting: Omit<OursOptions, 'world' | 'patience'>,
): Opposite {
  return stranger
    ? new Theirs({ ...stranger, patience, record: setting.record })
    : new Ours({ ...setting, world, patience });
}

/**
 * Judges a scene against a stranger, who keeps no record for us: it succeeds if the players'
 * records violate nothing.
 */
function findingOf({ scene, world }: PlayOptions, { recorder }: Run): Finding {
  const verdict = verdictOn(scene, recorder);
  if (world) return find(verdict, scene.verdict, !world.exact);
  const ok = verdict.result !== 'violated' || scene.verdict.result === 'violated';
  return { ok, line: report(verdict) };
}

/** A server may send what no end can have heard: then the scene has failed, in one line. */
function verdictOn({ file, rule, verdict }: Scene, { events, traffic }: Recorder) {
  try {
    return judge(verdict.mode, events, { ...rule, traffic });
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    throw new SceneError(file, undefined, error.message, { cause: error });
  }
}

/** People in one `connects` line connect one after the other, and are shown one by one. */
function oneByOne(step: Step): Step[] {
  return step.do === 'connect'
    ? step.who.map(name => ({ ...step, who: [name] }))
    : [step];
}

async function show(step: Step, options: PlayOptions, run: Run): Promise<void> {
  const { scene, spectator } = options;
  spectator?.step?.(step);
  if (step.do === 'narrate') return await spectator?.narration(step.text);
  if (step.do === 'ask') return await spectator?.question(step.text);
  try {
    await perform(step, run, (line, problem) => {
      throw new SceneError(scene.file, line, problem);
    });
    await run.opposite.settled();
  } catch (error) {
    await tell(options, run);
    const failure = failureOf(error, scene, step);
    if (spectator?.failed === undefined) throw failure;
    spectator.failed(failure);
  }
  await tell(options, run);
  const remark = run.floods.remark();
  if (remark !== undefined) await spectator?.narration(remark);
}

function failureOf(error: unknown, { file }: Scene, { line }: Step): SceneError {
  if (error instanceof SceneError) return error;
  const problem = error instanceof Error ? error.message : String(error);
  return new SceneError(file, line, problem, { cause: error });
}

/** Shows what has happened, also where that was not as written. */
async function tell({ spectator }: PlayOptions, run: Run): Promise<void> {
  const batch = run.happened();
  if (batch.length > 0) await spectator?.events(batch, run.recorder.events);
}
