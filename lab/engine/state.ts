import type { Faults } from '../../lib/transport/faults/table.ts';

/** What the reader's link does to the bytes, in addition to the scene's own link. */
export type LinkSettings = Faults;

/** What the lab shows: everything that a share link holds. */
export interface LabState {
  /** A demo of the catalogue: `half-duplex`. */
  readonly demo: string;
  /** A scene or a lesson of that demo, by name: `both-wait`. */
  readonly scene: string;
  /** The scene's text, if the reader has changed it. */
  readonly text?: string;
  readonly link?: LinkSettings;
  /** A word of `--framing` (default: lines). */
  readonly framing?: string;
  /** How many moments are shown (default: the page plays from the start). */
  readonly at?: number;
}
