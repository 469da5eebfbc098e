import type { FrameError } from '../framing/index.ts';
import type { Kind } from '../trace/event.ts';

/**
 * A mode's say on what arrives, asked at once on arrival and not when the program gets round to
 * reading: a peer who barged in must not be taken for one who waited.
 */
export interface Discipline {
  /** `late`: over a transport that may reorder; a later one was there before it. */
  message(text: string, late: boolean): Judgement;
  /** So many before the next may never come. What comes back is for the program, among the messages. */
  missing?(count: number): string | undefined;
  /** A frame that is no message (too long, not UTF-8), but has an end behind which one can go on. */
  bad(error: FrameError): Judgement;
  /** Called when the connection must end, whatever the mode. Returns what the program receives, as a message. */
  hopeless?(why: string): string | undefined;
  /** The peer will not be heard any more; `open`: it is we who listen no more. A reset may follow it. */
  over?(ending: Ending): void;
}

/** How a peer's words came to their end: FIN, FIN in the middle of a frame, RST. */
export type Ending = 'open' | 'ended' | 'cut off' | 'reset';

export interface Judgement {
  /** What it was. A message goes to the program, a notice or a refusal aside. */
  readonly kind: Kind;
  /** Control that the program itself acts on goes to it as well, among the messages. */
  readonly pass?: boolean;
  /** The words without the wire's marks, where they differ: `//tmp` says `/tmp`. */
  readonly text?: string;
  /** Why it was not heard, in a few words. */
  readonly refused?: string;
  /** What the program is told of it, among the messages at its place. */
  readonly told?: string;
  /** What to answer at once. */
  readonly reply?: string;
  /** The unframed reply that is sent first to a peer that speaks another protocol. */
  readonly foreign?: string;
  /** Then say no more, and leave when the peer has read it. */
  readonly dismiss?: boolean;
}

/** No mode at all: whatever comes is a message. */
export const anything: Discipline = {
  message: () => ({ kind: 'message' }),
  bad: error => ({ kind: 'message', refused: reasonOf(error) }),
};

/** A frame error in a few words, for the record. */
export function reasonOf(error: FrameError): string {
  const { code, limit } = error;
  if (code === 'too-large') return `over the limit of ${limit} bytes`;
  if (code === 'truncated') return 'cut off by the end';
  return code === 'corrupt' ? 'corrupt framing' : 'not UTF-8';
}
