import type { FrameError } from '../framing/index.ts';
import type { Kind } from '../trace/event.ts';

/**
 * A mode's rules for what arrives. They are asked on arrival, and not when the program reads:
 * otherwise a peer that spoke out of turn would look like one that waited.
 */
export interface Discipline {
  /** `late`: the transport may reorder, and a later message arrived before this one. */
  message(text: string, late: boolean): Judgement;
  /**
   * `count` messages before the next one may never arrive. Returns what the program receives in
   * their place.
   */
  missing?(count: number): string | undefined;
  /**
   * A frame is not a message (too long, or not UTF-8), but its end is known, so reading can
   * continue.
   */
  bad(error: FrameError): Judgement;
  /**
   * Called when the connection must end, whatever the mode. Returns what the program receives,
   * as a message.
   */
  hopeless?(why: string): string | undefined;
  /**
   * The peer will not be heard any more. `open` means that we stopped listening, not the peer. A
   * reset may follow.
   */
  over?(ending: Ending): void;
}

/** How a peer's direction ended: not yet, with FIN, with FIN inside a frame, or with RST. */
export type Ending = 'open' | 'ended' | 'cut off' | 'reset';

export interface Judgement {
  /** What it was. A message goes to the program; a notice or a refusal goes to `aside`. */
  readonly kind: Kind;
  /**
   * Whether something else than a message goes to the program too, in its place among the
   * messages.
   */
  readonly pass?: boolean;
  /** The words without the wire's marks, if they differ: `//tmp` says `/tmp`. */
  readonly text?: string;
  /** Why it was not heard, in a few words. */
  readonly refused?: string;
  /** What the program receives in its place among the messages. */
  readonly told?: string;
  /** What to answer immediately. */
  readonly reply?: string;
  /** The unframed reply that is sent first to a peer that speaks another protocol. */
  readonly foreign?: string;
  /** Whether to dismiss the peer after the reply. */
  readonly dismiss?: boolean;
}

/** No mode at all: everything that arrives is a message. */
export const anything: Discipline = {
  message: () => ({ kind: 'message' }),
  bad: error => ({ kind: 'message', refused: reasonOf(error) }),
};

/** Returns a frame error in a few words, for the record. */
export function reasonOf(error: FrameError): string {
  const { code, limit } = error;
  if (code === 'too-large') return `over the limit of ${limit} bytes`;
  if (code === 'truncated') return 'cut off by the end';
  return code === 'corrupt' ? 'corrupt framing' : 'not UTF-8';
}
