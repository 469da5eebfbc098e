import type { Queue } from '../../connection/queue.ts';

/** A person at this terminal, or a pipe: lines come in, lines go out. */
export interface Typing {
  /** Closes at the end of input: Ctrl-D, or the pipe's end. */
  readonly lines: Queue<string>;
  /** Whether somebody types; a pipe sees no prompt. */
  readonly person: boolean;
  /** How many lines were too long. */
  readonly unsent: number;
  /** Prints above the line that is being typed. */
  print(line: string): void;
  /** Prints it where a person sees it, and for a pipe on stderr. */
  warn(line: string): void;
  /** Sets the prompt before that line. */
  prompt(text: string): void;
  close(): void;
}

export interface TypingOptions {
  /** The longest line, in bytes. */
  readonly limit: number;
  /** Gets a person's lines first. True: it took this one. */
  readonly command?: (line: string) => boolean;
}
