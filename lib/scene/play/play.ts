import type { TraceEvent } from '../../trace/event.ts';
import type { Recorder } from '../../trace/recorder.ts';
import { judge } from '../../trace/verdict.ts';
import { type Finding, find } from '../../trace/verdict-line.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { type Scene, SceneError, type Step } from '../script/scene.ts';
import { byLines, type CodecFor, readFlags } from '../world/flags.ts';
import type { Program } from '../world/program.ts';
import type { World } from '../world/world.ts';
import { perform } from './perform.ts';
import { Run } from './run.ts';

/** Watches a scene as it is played, and may take its time over each thing. */
export interface Spectator {
  begins(address: string): Promise<void>;
  narration(text: string): Promise<void>;
  question(text: string): Promise<void>;
  events(batch: readonly TraceEvent[]): Promise<void>;
}

export interface PlayOptions {
  readonly scene: Scene;
  readonly world: World;
  readonly program: Program;
  /** Lines by default. Datagrams keep messages apart, so there is nothing to choose. */
  readonly framing?: CodecFor;
  /** On top of the scene's own link. */
  readonly faults?: Faults;
  readonly chunks?: boolean;
  /** A scene in which nothing moves for this time has failed. Milliseconds. */
  readonly patience?: number;
  readonly spectator?: Spectator;
}

export interface Played {
  readonly finding: Finding;
  readonly recorder: Recorder;
}

/** Plays a scene to its end and judges the record. Throws a SceneError where it did not go as written. */
export async function play(options: PlayOptions): Promise<Played> {
  const {
    scene,
    world,
    program,
    framing = world.datagrams?.framing ?? byLines,
    faults = {},
    chunks = false,
    patience = 5_000,
    spectator,
  } = options;
  const flags = readFlags(scene.server, program.defaults);
  const link = { ...scene.link, ...faults };
  const run = new Run({
    world,
    program,
    framing,
    flags,
    link,
    chunks,
    patience,
  });
  await run.start();
  try {
    await spectator?.begins(run.server.address);
    for (const step of scene.steps.flatMap(oneByOne)) await show(step, options, run);
    const { recorder } = run;
    const verdict = judge(scene.verdict.mode, recorder.events, {
      ...scene.rule,
      traffic: recorder.traffic,
    });
    return { finding: find(verdict, scene.verdict, !world.exact), recorder };
  } finally {
    await run.close();
  }
}

/** Who connects in company still does so alone, and is shown alone. */
function oneByOne(step: Step): Step[] {
  return step.do === 'connect'
    ? step.who.map(name => ({ ...step, who: [name] }))
    : [step];
}

async function show(step: Step, options: PlayOptions, run: Run): Promise<void> {
  const { scene, spectator } = options;
  if (step.do === 'narrate') return await spectator?.narration(step.text);
  if (step.do === 'ask') return await spectator?.question(step.text);
  try {
    await perform(step, run, (line, problem) => {
      throw new SceneError(scene.file, line, problem);
    });
    await run.settle();
  } catch (error) {
    if (error instanceof SceneError) throw error;
    const problem = error instanceof Error ? error.message : String(error);
    throw new SceneError(scene.file, step.line, problem, { cause: error });
  }
  const batch = run.happened();
  if (batch.length > 0) await spectator?.events(batch);
  const remark = run.remark();
  if (remark !== undefined) await spectator?.narration(remark);
}
