import type { Mode } from '../../trace/rules/index.ts';
import type { RuleOptions } from '../../trace/rules/options.ts';
import type { Expectation } from '../../trace/verdict-line.ts';
import type { Faults } from '../../transport/faults/faults.ts';
import type { Door } from '../world/doors.ts';

/** A scripted run: who does what, and what that will prove. */
export interface Scene {
  /** The file's name, less its number and ending: what `--scene` takes. */
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly mode: Mode;
  /** Flags for the server. */
  readonly server: readonly string[];
  /** What the link between each two does to the bytes. */
  readonly link: Faults;
  /** The options of the verdict, if the mode has any. */
  readonly rule: Pick<RuleOptions, 'turns' | 'from'>;
  readonly steps: readonly Step[];
  readonly verdict: Expectation;
}

/** Where a line stands and what it says, for errors. */
interface Line {
  readonly line: number;
}

export type Step = Line &
  (
    | { readonly do: 'narrate' | 'ask'; readonly text: string }
    | {
        readonly do: 'connect';
        readonly who: readonly string[];
        readonly faults: Faults;
        readonly door: Door;
        /** What it says its name is, where the mode has names; empty: nothing yet. */
        readonly as?: string;
      }
    | {
        readonly do: 'say' | 'begin' | 'hear' | 'see';
        readonly who: readonly string[];
        readonly text: string;
        /** The text ended in …: any ending will do. */
        readonly open: boolean;
      }
    | {
        readonly do: 'write';
        readonly who: readonly string[];
        readonly bytes: Uint8Array;
      }
    | {
        readonly do:
          | 'hear nothing'
          | 'hear the end'
          | 'hear the reset'
          | 'end'
          | 'finish'
          | 'vanish'
          | 'stall'
          | 'resume'
          | 'stop'
          | 'start';
        readonly who: readonly string[];
      }
    | {
        readonly do: 'flood';
        readonly who: readonly string[];
        /** Whose cut ends it; each one's own unless told. */
        readonly until?: string;
      }
    | { readonly do: 'at once' | 'in any order'; readonly steps: readonly Step[] }
    | { readonly do: 'pass'; readonly ms: number }
  );

/** A scene file that cannot be read, or a scene that did not go as written. */
export class SceneError extends Error {
  constructor(file: string, line: number, problem: string, options?: ErrorOptions) {
    super(`${file}:${line}: ${problem}`, options);
    this.name = 'SceneError';
  }
}
