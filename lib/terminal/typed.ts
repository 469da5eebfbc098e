import { createInterface, type Interface } from 'node:readline';
import { Queue } from '../connection/index.ts';
import { complain, print } from './output.ts';

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
  /** What stands before that line. */
  prompt(text: string): void;
  close(): void;
}

export interface TypingOptions {
  /** The longest line, in bytes. */
  readonly limit: number;
  /** Gets a person's lines first. True: it took this one. */
  readonly command?: (line: string) => boolean;
}

/** Beyond this many lines that nobody has taken a pipe has to wait. */
const ahead = 64;

export function typing({ limit, command = () => false }: TypingOptions): Typing {
  const { stdin, stdout } = process;
  const person = stdin.isTTY && stdout.isTTY && process.env.TERM !== 'dumb';
  const reader = createInterface({
    input: stdin,
    ...(person ? { output: stdout } : { terminal: false }),
  });
  let unsent = 0;
  let open = true;
  // Since Node 24 a closed reader throws when it is touched.
  const lines = new Lines(() => open && reader.resume());
  const show = (line: string) =>
    person && open ? printAbove(reader, line) : print(line);
  reader.on('line', line => {
    const size = Buffer.byteLength(line);
    if (size > limit) {
      unsent++;
      complain(`not sent: a line of ${size} bytes, the limit is ${limit}`);
    } else if (!person || !command(line)) lines.push(line);
    if (!open) return;
    if (person) reader.prompt();
    else if (lines.size > ahead) reader.pause();
  });
  // In raw mode Ctrl-C is a key like any other, but everybody waits for the signal.
  reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  reader.on('close', () => {
    open = false;
    if (person) stdout.write(reader.line === '' ? '\r\u001b[J' : '\n');
    lines.close();
  });
  stdin.on('error', () => reader.close());
  if (person) reader.prompt();
  return {
    lines,
    person,
    get unsent() {
      return unsent;
    },
    print: show,
    prompt(text) {
      reader.setPrompt(text);
      if (person && open) reader.prompt(true);
    },
    close: () => reader.close(),
  };
}

/** Lines that say when more are wanted. */
class Lines extends Queue<string> {
  readonly #wanted: () => unknown;

  constructor(wanted: () => unknown) {
    super();
    this.#wanted = wanted;
  }

  override take(): Promise<string | undefined> {
    if (this.size <= ahead / 2) this.#wanted();
    return super.take();
  }
}

/** Takes the half-typed line away, prints, and puts it back. */
function printAbove(reader: Interface, line: string): void {
  const { rows } = reader.getCursorPos();
  const up = rows > 0 ? `\u001b[${rows}A` : '';
  process.stdout.write(`${up}\r\u001b[J`);
  print(line);
  reader.prompt(true);
}
