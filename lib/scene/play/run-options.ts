import type { Faults } from '../../transport/faults/table.ts';
import type { CodecFor } from '../world/flags.ts';
import type { Program } from '../world/program.ts';
import type { World } from '../world/world.ts';

export interface RunOptions {
  readonly world: World;
  readonly program: Program;
  readonly framing: CodecFor;
  readonly flags: ReadonlyMap<string, string>;
  /** What every link does to the bytes. */
  readonly link: Faults;
  /** Keep the chunks in the record. */
  readonly chunks: boolean;
  /** A scene in which nothing moves for this time has failed. Milliseconds. */
  readonly patience: number;
}
