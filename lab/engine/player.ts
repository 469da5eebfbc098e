import type { Mode } from '../../lib/trace/rules/index.ts';
import { type Catalogue, sceneIn, withText } from './catalogue.ts';
import { type LabRun, nothingBut } from './lab-run.ts';
import type { Answer, Question } from './question.ts';
import type { RecordFile } from './run-of-records.ts';
import type { LabState } from './state.ts';

/** A Web Worker, as far as the player needs it. */
export interface WorkerLike {
  onmessage: ((message: never) => void) | null;
  onerror: ((problem: never) => void) | null;
  postMessage(question: Question): void;
  terminate(): void;
}

export interface Patience {
  /** How long a run may take, in milliseconds. */
  readonly run: number;
  /** How long a run may go on that nobody wants any more. */
  readonly overtaken: number;
}

interface Job {
  readonly question: Question;
  readonly done: (run: LabRun | undefined) => void;
}

/** Plays in a worker, one run at a time. A newer question overtakes those before it. */
export class Player {
  readonly #start: () => WorkerLike;
  readonly #catalogue: Catalogue;
  readonly #patience: Patience;
  #worker: WorkerLike | undefined;
  #job: Job | undefined;
  #next: Job | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(
    start: () => WorkerLike,
    catalogue: Catalogue,
    patience: Patience = { run: 10_000, overtaken: 500 },
  ) {
    this.#start = start;
    this.#catalogue = catalogue;
    this.#patience = patience;
  }

  /**
   * Plays a state, or returns the run that a lesson has. Settles with `undefined` if a newer question has
   * overtaken it.
   */
  async play(state: LabState): Promise<LabRun | undefined> {
    const run = sceneIn(this.#catalogue, state)?.run;
    return run ?? (await this.#ask({ play: withText(this.#catalogue, state) }));
  }

  /** Reads records of one run, and judges it by `mode`. */
  read(files: readonly RecordFile[], mode: Mode): Promise<LabRun | undefined> {
    return this.#ask({ read: files, mode });
  }

  #ask(question: Question): Promise<LabRun | undefined> {
    return new Promise(done => {
      const waited = this.#next;
      this.#next = { question, done };
      waited?.done(undefined);
      if (this.#job === undefined) this.#begin();
      else if (waited === undefined) this.#within(this.#patience.overtaken);
    });
  }

  #begin(): void {
    this.#job = this.#next;
    this.#next = undefined;
    if (this.#job === undefined) return;
    this.#worker ??= this.#started();
    this.#within(this.#patience.run);
    this.#worker.postMessage(this.#job.question);
  }

  #started(): WorkerLike {
    const worker = this.#start();
    worker.onmessage = ({ data }: { readonly data: Answer }) => this.#answered(data);
    worker.onerror = () => this.#giveUp('the lab cannot play this: its worker failed');
    return worker;
  }

  #within(ms: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(
      () => this.#giveUp(`this takes over ${ms / 1_000} s, so the lab has ended it`),
      ms,
    );
  }

  /** Ends the worker: nothing else stops a scene that never ends. */
  #giveUp(words: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#answered(nothingBut({ words }));
  }

  #answered(run: LabRun): void {
    clearTimeout(this.#deadline);
    const job = this.#job;
    job?.done(this.#next === undefined ? run : undefined);
    this.#begin();
  }
}
