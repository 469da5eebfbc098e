import type { ListenOptions } from '../tcp/tcp.ts';
import type { Site } from './site.ts';

export interface WebOptions extends ListenOptions {
  /** Where one may talk: `/room`. */
  readonly paths: readonly string[];
  /** What a browser can get. */
  readonly site?: Site;
  /** The longest message that is taken, in bytes; over it the link ends with 1009. */
  readonly maxPayload?: number;
  /** How long a request or a handshake may take, and an answer wait to be read, in milliseconds. */
  readonly patience?: number;
  /** At most this many sockets, whatever they are about. */
  readonly most?: number;
}
