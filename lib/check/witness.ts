import { byLines, type CodecFor } from '../connection/codecs.ts';
import type { Wire } from '../connection/wire.ts';
import { type PlayOptions, play } from '../scene/play/play.ts';
import type { Stranger } from '../scene/play/theirs.ts';
import { type Scene, SceneError } from '../scene/script/scene.ts';
import { mainDoor } from '../scene/world/program.ts';
import type { TraceEvent } from '../trace/event.ts';
import { guarded } from './guarded.ts';
import { Unreachable } from './place.ts';
import { uncleanMessage } from './unclean.ts';
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
    const stranger = this.#guarding(playing);
    const events = async (batch: readonly TraceEvent[]) => {
      for (const event of batch) this.events.push(event);
    };
    const spectator = { ...nothing, events };
    const options = { patience, ...playing, scene, stranger, spectator, chunks: true };
    try {
      const { finding } = await play(options);
      if (!finding.ok) return { problem: finding.line };
      return this.#dropped(scene) ?? this.#unclean(codecOf(playing));
    } catch (error) {
      if (!(error instanceof SceneError)) throw error;
      if (error.cause instanceof Unreachable) throw error.cause;
      return { line: error.line, problem: this.#endless ?? error.problem };
    }
  }

  /** With a limit to what comes. */
  #guarding({ stranger, program }: Playing): Stranger {
    const { reach = call => call() } = stranger;
    const { faults, codec } = mainDoor(program);
    const over = (words: string) => {
      this.#endless = words;
    };
    const guard = (wire: Wire) =>
      faults === 'stream' ? guarded(wire, codec === undefined, over) : wire;
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
      drop && {
        problem: `expected ${drop.end} to keep the connection, but a reset came`,
      }
    );
  }

  #unclean(codec: CodecFor): Problem | undefined {
    const found = uncleanMessage(this.events, codec);
    if (found === undefined) return undefined;
    const { who, text } = found;
    const problem = `expected ${who} to hear no control character, but "${text}" came with one`;
    return { problem };
  }
}

/** How messages are told apart there. */
const codecOf = ({ program, framing = byLines }: Playing): CodecFor =>
  mainDoor(program).codec ?? framing;
