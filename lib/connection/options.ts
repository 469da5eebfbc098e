import type { FrameError } from '../framing/frame-error.ts';
import type { Codec } from '../framing/index.ts';
import type { Kind } from '../trace/event.ts';
import type { Observe } from '../trace/recorder.ts';
import type { Clock } from './clock.ts';
import type { Wire } from './wire.ts';

export interface ConnectionOptions {
  readonly wire: Wire;
  readonly codec: Codec<string>;
  readonly clock: Clock;
  /** `caller` opened the link, `callee` accepted it. */
  readonly role: 'caller' | 'callee';
  /** Whether this end relays what it hears. Only the record uses it. */
  readonly relays?: boolean | undefined;
  /** Returns what to call the peer (default: its address). */
  readonly peer?: () => string;
  readonly observe?: Observe | undefined;
  /** Receives the peer's notices and refusals immediately, bypassing the messages. */
  readonly aside?: (text: string, kind: Kind) => void;
  /** Called for every frame that is not a message. */
  readonly unread?: (error: FrameError) => void;
}
