import type { Spectator } from '../../lib/scene/play/play.ts';
import type { SceneError, Step } from '../../lib/scene/script/scene.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import type { LabRun, Moment } from './lab-run.ts';
import { ScreensSoFar } from './screens.ts';

/** Watches a scene, and keeps what it is told, moment by moment. */
export class Tape implements Spectator {
  readonly #moments: Moment[] = [];
  readonly #shown: TraceEvent[] = [];
  readonly #screens = new ScreensSoFar();
  #events: readonly TraceEvent[] = [];
  #line = 0;
  /** Set while people act: the moment is complete when they are done. */
  #acting = false;
  /** The first step that did not go as written. */
  failure: SceneError | undefined;

  async begins(): Promise<void> {}

  step({ do: what, line }: Step): void {
    this.#acted();
    this.#line = line;
    this.#acting = what !== 'narrate' && what !== 'ask';
  }

  async narration(text: string): Promise<void> {
    this.#acted();
    this.#moments.push({ is: 'narration', text, ...this.#until });
  }

  async question(text: string): Promise<void> {
    this.#moments.push({ is: 'question', text, ...this.#until });
  }

  async events(
    batch: readonly TraceEvent[],
    record: readonly TraceEvent[],
  ): Promise<void> {
    for (const event of batch) this.#shown.push(event);
    this.#events = record;
  }

  failed(error: SceneError): void {
    this.failure ??= error;
  }

  screen(who: string, line: string): void {
    this.#screens.add(who, line);
  }

  /** Returns all of it. Call this at the end. */
  close(): Pick<LabRun, 'moments' | 'events' | 'shown'> {
    this.#acted();
    const moments = this.#moments;
    const events = this.#events;
    const all = this.#shown.length === events.length;
    return { moments, events, shown: all ? events : this.#shown };
  }

  get #until() {
    return {
      line: this.#line,
      upTo: this.#events.length,
      shown: this.#shown.length,
    };
  }

  #acted(): void {
    if (!this.#acting) return;
    this.#acting = false;
    const screens = this.#screens.now();
    this.#moments.push({ is: 'step', screens, ...this.#until });
  }
}
