import type { ListenOptions } from '../tcp/tcp.ts';
import type { Site } from './site.ts';

export interface WebOptions extends ListenOptions {
  /** The paths that accept a WebSocket: `/room`. */
  readonly paths: readonly string[];
  /** The files that a browser can request. */
  readonly site?: Site;
  /** The longest message that is accepted, in bytes; a longer one ends the link with code 1009. */
  readonly maxPayload?: number;
  /**
   * How long a request or a handshake may take, and how long an answer may wait to be read, in
   * milliseconds.
   */
  readonly patience?: number;
  /** The most sockets, whatever they are used for. */
  readonly most?: number;
}
