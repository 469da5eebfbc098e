import type { ServerInHand } from '../scene/play/opposite.ts';
import type { Stranger } from '../scene/play/theirs.ts';
import type { Scene } from '../scene/script/scene.ts';

/** Where the server of a check is. */
export interface ServerPlace {
  /** For people. */
  readonly name: string;
  /** What its server does for a scene besides answering. */
  readonly inHand: ReadonlySet<keyof ServerInHand>;
  /** Whether it can be started with a scene's flags. */
  readonly flags: boolean;
  /** The server for one scene. */
  open(scene: Scene): Promise<OpenPlace>;
}

export interface OpenPlace {
  readonly stranger: Stranger;
  /** What there is to say about the server after a failure, in lines. */
  remarks(): Promise<readonly string[]>;
  /** Whether what the scene left behind may disturb the next one. */
  close(): Promise<boolean>;
}

/** There is no server to check. */
export class Unreachable extends Error {}

/** The error of a connection that was dropped when it had hardly begun: somebody listens there. */
export const isDropped = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ECONNRESET';
