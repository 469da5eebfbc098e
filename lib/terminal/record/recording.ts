import type { Wire } from '../../connection/wire.ts';
import type { Observe } from '../../trace/recorder.ts';
import type { Chosen } from '../flags/options.ts';
import type { Demo } from '../programs/demo.ts';

export interface RecordingOptions {
  readonly chosen: Pick<Chosen, 'wire' | 'trace' | 'ascii' | 'plain' | 'framing'> & {
    readonly draw?: boolean;
  };
  readonly demo: Demo;
  /** The name of this end in the record. */
  readonly end: string;
  show(line: string): void;
}

/** What a server or a client shows and records of its own end, if that was chosen. */
export interface Recording {
  /**
   * Returns the observer for one link, whose other end is `peer`; `undefined` if nothing is shown
   * or recorded.
   */
  observer(wire: Wire, peer: string): Observe | undefined;
  /** The same for a link that is of interest only to `npm run verdict`: no picture shows it. */
  unshown(link: string, peer: string): Observe | undefined;
  /** Settles when the record is written. Prints the verdict that one end alone can give. */
  close(): Promise<void>;
}
