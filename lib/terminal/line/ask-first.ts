import { nameQuestion } from '../../modes/words.ts';
import type { Typing } from './typing.ts';

/** Opens the terminal: a person's commands go to `command`. */
export type OpenTyping = (command: (line: string) => boolean) => Typing;

export interface Asked {
  /** The name; `undefined` if the person gave none, and has left. */
  readonly name: string | undefined;
  /** The same terminal for the talk, so that no typed line is lost. */
  readonly typing: OpenTyping;
  print(line: string): void;
  close(): void;
}

/** Asks a person for a name before there is a link: a datagram room needs it to let the person in. */
export async function askFirst(
  open: OpenTyping,
  interrupted: Promise<void>,
): Promise<Asked> {
  let command = (_: string) => false;
  const terminal = open(line => command(line));
  terminal.print(nameQuestion);
  const name = await Promise.race([terminal.lines.take(), interrupted]);
  return {
    name: name || undefined,
    typing(next) {
      command = next;
      return terminal;
    },
    print: line => terminal.print(line),
    close: () => terminal.close(),
  };
}
