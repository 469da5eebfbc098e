import type { Wire } from '../connection/wire.ts';
import { type PlayOptions, play } from '../scene/play/play.ts';
import type { Stranger } from '../scene/play/theirs.ts';
import { type Scene, SceneError } from '../scene/script/scene.ts';
import type { TraceEvent } from '../trace/event.ts';
import { guarded } from './guarded.ts';
import { Unreachable } from './place.ts';
import { uncleanLine } from './unclean.ts';
import { grace, patience } from './waits.ts';

export type Playing = Pick<PlayOptions, 'program' | 'framing' | 'patience'> & {
  readonly stranger: Stranger;
};

/** What was not as written, and in which line of the scene. */
export interface Problem {
  readonly line?: number | undefined;
  readonly problem: string;
}

const nothing = { async begins() {}, async narration() {}, async question() {} };

/** Watches a scene as it is played against a stranger. It keeps the record, also of a run that broke off. */
export class Witness {
  readonly events: TraceEvent[] = [];
  #endless: string | undefined;

  /** Returns the problem, if there was one. */
  async play(scene: Scene, playing: Playing): Promise<Problem | undefined> {
    const stranger = this.#guarding(playing.stranger);
    const events = async (batch: readonly TraceEvent[]) => {
      this.events.push(...batch);
    };
    const spectator = { ...nothing, events };
    const options = { patience, ...playing, scene, stranger, spectator, chunks: true };
    try {
      const { finding } = await play(options);
      if (!finding.ok) return { problem: finding.line };
      return this.#dropped(scene) ?? this.#unclean();
    } catch (error) {
      if (!(error instanceof SceneError)) throw error;
      if (error.cause instanceof Unreachable) throw error.cause;
      return { line: error.line, problem: this.#endless ?? error.problem };
    }
  }

  #guarding(stranger: Stranger): Stranger {
    const { reach = call => call() } = stranger;
    const over = (words: string) => {
      this.#endless = words;
    };
    const guard = (wire: Wire) =>
      wire.said === undefined ? guarded(wire, over) : wire;
    return {
      grace,
      ...stranger,
      reach: async connect => guard(await reach(connect)),
    };
  }

  /** A server that drops a player without a reason. Where it is told limits, that may be the reason. */
  #dropped({ server, steps }: Scene): Problem | undefined {
    if (server.length > 0 || steps.some(({ do: verb }) => verb === 'hear the reset'))
      return undefined;
    const drop = this.events.find(({ what, by }) => what === 'reset' && by === 'peer');
    return (
      drop && { problem: `expected ${drop.end} to keep the connection, a reset came` }
    );
  }

  #unclean(): Problem | undefined {
    const found = uncleanLine(this.events);
    return (
      found && {
        problem: `expected ${found.who} to hear no control character, "${found.line}" came as it was`,
      }
    );
  }
}
