import { piped } from './piped.ts';
import type { Typing, TypingOptions } from './typing.ts';
import { typist } from './typist.ts';

export function typing(options: TypingOptions): Typing {
  const { stdin, stdout, env } = process;
  const person = stdin.isTTY && stdout.isTTY && env.TERM !== 'dumb';
  return person ? typist(options) : piped(options);
}
