import type { Finding } from '../../lib/trace/verdict-line.ts';
import type { LabRun } from '../engine/lab-run.ts';
import type { LabState } from '../engine/state.ts';
import { verdictUpTo } from '../engine/verdict-up-to.ts';
import { happenedAt, questionAt } from './moments.ts';

/** Everything that the page shows. */
export interface Shown {
  readonly state: LabState;
  readonly run: LabRun;
  /** How many of the run's moments have passed. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: number;
  /** The place of the chosen event in the run's record. */
  readonly chosen: number | undefined;
  /** The names of the files, if the run is a record of the reader's own. */
  readonly files: string | undefined;
}

export type Listener = (now: Shown, before: Shown | undefined) => void;

/** How a state becomes a run: the newest state counts. `undefined`: a newer one has taken its place. */
export type PlayScene = (state: LabState) => Promise<LabRun | undefined>;

/** Before the first run has been played. */
const nothing: Omit<Shown, 'state'> = {
  run: {
    mode: 'full-duplex',
    lanes: [],
    moments: [],
    events: [],
    shown: [],
    rule: {},
  },
  at: 0,
  playing: false,
  speed: 1,
  chosen: undefined,
  files: undefined,
};

/** The page's state. Views listen to it, and never to each other. */
export class Lab {
  #shown: Shown;
  readonly #listeners: Listener[] = [];
  readonly #playScene: PlayScene;

  constructor(state: LabState, playScene: PlayScene) {
    this.#playScene = playScene;
    this.#shown = { ...nothing, state };
  }

  get shown(): Shown {
    return this.#shown;
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
    listener(this.#shown, undefined);
  }

  change(part: Partial<Shown>): void {
    const before = this.#shown;
    this.#shown = { ...before, ...part };
    for (const listener of this.#listeners) listener(this.#shown, before);
  }

  /** Plays another state from its beginning, or to the moment that it names. */
  async open(state: LabState, playing: boolean): Promise<void> {
    const run = await this.#playScene(state);
    if (run === undefined) return;
    const { at: asked = 1, ...rest } = state;
    const at = bounded(asked, run);
    const more = { playing, chosen: undefined, files: undefined };
    this.change({ state: rest, run, at, ...more });
  }

  /** Plays the scene as it stands in its file, to the same moment, or to its end. */
  reset(): Promise<void> {
    const { state, at, run } = this.#shown;
    const to = at < run.moments.length ? at : Number.POSITIVE_INFINITY;
    return this.open({ demo: state.demo, scene: state.scene, at: to }, false);
  }

  /** Plays the same scene with something changed. The reader stays where the reader was. */
  async alter(part: Partial<LabState>): Promise<void> {
    const { state, run, at } = this.#shown;
    const atEnd = at === run.moments.length;
    const next = { ...state, ...part };
    this.change({ state: next });
    const played = await this.#playScene(next);
    if (played === undefined) return;
    const changed = orLast(played, run);
    const then = atEnd ? changed.moments.length : bounded(at, changed);
    const more = { chosen: undefined, playing: false, files: undefined };
    this.change({ run: changed, at: then, ...more });
  }

  /** Shows the run as it was after `at` moments. */
  goTo(at: number): void {
    this.change({ at: bounded(at, this.#shown.run) });
  }

  step(by: number): void {
    this.change({ at: bounded(this.#shown.at + by, this.#shown.run), playing: false });
  }

  /** Plays on, also past a question, and from the start if the scene is at its end; or stops. */
  toggle(): void {
    const { at, run } = this.#shown;
    if (waits(this.#shown)) this.change({ at: at + 1, playing: true });
    else if (this.#shown.playing) this.change({ playing: false });
    else this.change({ playing: true, at: at >= run.moments.length ? 0 : at });
  }
}

/** A text that cannot be read leaves the last picture where it is. */
function orLast(played: LabRun, last: LabRun): LabRun {
  const { problem, moments } = played;
  if (problem === undefined || moments.length > 0) return played;
  const { finding: _, ...picture } = last;
  return { ...picture, problem };
}

const bounded = (at: number, { moments }: LabRun): number =>
  Math.max(0, Math.min(at, moments.length));

/** Returns the verdict on what has happened until now. */
export const verdictSoFar = ({ run, at }: Shown): Finding =>
  verdictUpTo(run, happenedAt(run, at));

/** Returns the verdict at the end: the one that the terminal prints. */
export const verdictOf = (now: Shown): Finding => now.run.finding ?? verdictSoFar(now);

/** Whether the scene waits for the reader's answer. */
export const waits = ({ run, at }: Shown): boolean => questionAt(run, at) !== undefined;
