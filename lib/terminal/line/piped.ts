import { createInterface } from 'node:readline';
import { complain, print } from '../output.ts';
import { TypedLines } from './typed-lines.ts';
import type { Typing, TypingOptions } from './typing.ts';

/** With more untaken lines than this the pipe must wait. */
const ahead = 64;

/** Reads lines from a pipe or a file. It pauses while the program has enough of them. */
export function piped({ limit }: TypingOptions): Typing {
  const { stdin } = process;
  const reader = createInterface({ input: stdin, terminal: false });
  // Since Node 24 a closed reader throws when it is touched.
  let open = true;
  const lines = new PipedLines(limit, () => open && reader.resume());
  let begun = false;
  reader.on('line', raw => {
    // Some systems begin piped text with a byte order mark: it is not a part of the first word.
    const line = begun ? raw : raw.replace(/^\uFEFF/, '');
    begun = true;
    if (lines.fits(line)) lines.push(line);
    if (open && lines.size > ahead) reader.pause();
  });
  reader.on('close', () => {
    open = false;
    lines.close();
  });
  for (const emitter of [reader, stdin]) emitter.on('error', () => reader.close());
  return {
    lines,
    person: false,
    get unsent() {
      return lines.unsent;
    },
    print,
    warn: complain,
    prompt() {},
    close: () => reader.close(),
  };
}

/** A queue of lines that reports when more are wanted. */
class PipedLines extends TypedLines {
  readonly #wanted: () => unknown;

  constructor(limit: number, wanted: () => unknown) {
    super(limit);
    this.#wanted = wanted;
  }

  override take(): Promise<string | undefined> {
    if (this.size <= ahead / 2) this.#wanted();
    return super.take();
  }
}
