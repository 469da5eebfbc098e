import { createInterface, type Key } from 'node:readline';
import { clean } from '../../connection/clean.ts';
import { print } from '../output.ts';
import { suspension } from './suspension.ts';
import { TypedLine } from './typed-line.ts';
import { TypedLines } from './typed-lines.ts';
import type { Typing, TypingOptions } from './typing.ts';
import { rewraps, window } from './window.ts';

const controlBackslash = '\u001c';
const clearScreen = '\u001b[H\u001b[2J';

/** Reads what a person types at this terminal. readline edits the line and has no output: we draw the line. */
export function typist({ limit, command = () => false }: TypingOptions): Typing {
  const { stdin, stdout } = process;
  const reader = createInterface({ input: stdin, terminal: true });
  const lines = new TypedLines(limit);
  const drawn = new TypedLine(rewraps(process.env));
  let open = true;
  let due = false;
  /** Whether the shell has the terminal: what we draw now would appear above its words, and be drawn again. */
  let away = false;

  const draw = () => {
    due = false;
    if (!open || away) return;
    const { line, cursor } = reader;
    stdout.write(drawn.draw({ prompt: reader.getPrompt(), line, cursor }, window()));
  };
  /** When a text is pasted, many keys arrive together: we draw once for all of them. */
  const drawSoon = () => {
    if (!due) queueMicrotask(draw);
    due = true;
  };
  const show = (line: string) => {
    if (!open) return print(line);
    stdout.write(drawn.erase());
    print(line);
    drawSoon();
  };
  const keyboard = suspension(stdin, () => {
    away = false;
    drawn.forget();
    draw();
  });

  reader.on('line', line => {
    show(clean(reader.getPrompt() + line));
    if (lines.fits(line) && !command(line)) lines.push(line);
  });
  // In raw mode Ctrl-C is a key like any other, but the programs wait for the signal.
  reader.on('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
  reader.on('SIGTSTP', () => {
    stdout.write(drawn.erase());
    away = true;
    keyboard.suspend();
  });
  stdin.on('keypress', (_text: string, { ctrl, name, sequence }: Key) => {
    if (sequence === controlBackslash) process.emit('SIGQUIT', 'SIGQUIT');
    if (ctrl && name === 'l') stdout.write(`${drawn.erase()}${clearScreen}`);
    drawSoon();
  });
  const onResize = () => {
    drawn.resized(window().columns);
    drawSoon();
  };
  stdout.on('resize', onResize);
  const end = () => {
    if (!open) return;
    if (reader.line === '') stdout.write(drawn.erase());
    else show(clean(reader.getPrompt() + reader.line));
    open = false;
    keyboard.close();
    stdout.off('resize', onResize);
    lines.close();
  };
  reader.on('close', end);
  // The window was closed: then not even the keyboard's mode can be set back.
  for (const emitter of [reader, stdin]) emitter.on('error', end);
  drawSoon();
  return {
    lines,
    person: true,
    get unsent() {
      return lines.unsent;
    },
    print: show,
    warn: show,
    prompt(text) {
      reader.setPrompt(text);
      drawSoon();
    },
    close: () => reader.close(),
  };
}
