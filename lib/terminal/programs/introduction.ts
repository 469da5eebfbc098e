import { clean } from '../../connection/clean.ts';
import type { Received } from '../../connection/inbox.ts';
import type { BothWays } from '../../modes/full-duplex.ts';
import { beginning, nameQuestion } from '../../modes/words.ts';
import type { Terminal } from './demo.ts';

/** How many names a person may try: a server that accepts none of them would ask for ever. */
const tries = 10;

/**
 * Says names until the server takes one. Only a person is asked again: the next line of a pipe is a
 * message, and must not become the name. Returns false if the client was not let in; the terminal knows why.
 */
export async function introduceMyself(
  server: BothWays,
  terminal: Terminal,
): Promise<boolean> {
  const { typed, person, screen, fail } = terminal;
  let line = await hear(server, terminal, question);
  if (line?.text !== nameQuestion) return fail(`not let in: ${reason(line)}`);
  let name = terminal.name;
  for (let tried = 0; tried < tries; tried++) {
    // A question that was answered on the command line is not shown.
    if (name === undefined && line.text === nameQuestion) screen(line.text);
    name ??= await typed.take();
    if (!name) return leave(server, terminal);
    await server.send(name, 'control');
    line = await hear(server, terminal, answerTo(name));
    if (line !== undefined && isWelcome(line)) return true;
    if (!person || line === undefined) return fail(notAs(name, line));
    name = undefined;
  }
  return fail(`not let in with any of ${tries} names`);
}

/** Ends without a name: the person left, the pipe has none, or the server did not wait. */
async function leave(server: BothWays, terminal: Terminal): Promise<false> {
  if (server.ending !== 'open')
    return terminal.fail(
      `not let in: ${reason(await hear(server, terminal, question))}`,
    );
  if (!terminal.person)
    return terminal.fail(
      'no name given: write it in the first line of the input, or choose one with --name',
    );
  terminal.screen('left: no name given');
  return false;
}

/**
 * Shows the lines that arrive, up to the expected one; the caller shows a question itself.
 * Returns `undefined` if the server has ended.
 */
async function hear(
  server: BothWays,
  { clock, patience, screen, fail }: Terminal,
  { isIt, what }: Wanted,
): Promise<Received | undefined> {
  const stopWaiting = clock.after(patience, () =>
    fail(`no ${what} in ${patience / 1_000} s: check --port and --framing`),
  );
  let line = await server.receive();
  while (line !== undefined) {
    if (line.text !== nameQuestion) screen(line.text);
    if (isIt(line)) break;
    line = await server.receive();
  }
  stopWaiting();
  return line;
}

interface Wanted {
  readonly isIt: (line: Received) => boolean;
  readonly what: string;
}

const question: Wanted = {
  isIt: line => isQuestion(line),
  what: 'question for a name',
};

const answerTo = (name: string): Wanted => ({
  isIt: isAnswer,
  what: `answer to the name ${quoted(name)}`,
});

const isQuestion = ({ kind, text }: Received) =>
  text === nameQuestion || kind === 'refusal';
const isAnswer = ({ kind }: Received) => kind === 'notice' || kind === 'refusal';
const isWelcome = (line: Received) => isAnswer(line) && !isQuestion(line);

const quoted = (name: string) => `"${beginning(clean(name))}"`;

const notAs = (name: string, answer: Received | undefined) =>
  `not let in as ${quoted(name)}: ${reason(answer)}; give another name with --name`;

/** Returns a refusal without its mark, and without the question after it. */
function reason(line: Received | undefined): string {
  if (line === undefined) return 'the connection ended before the server answered';
  if (line.text === nameQuestion) return 'the server asks again';
  return line.text.slice(2).replace(/\.? Your name\?$/, '');
}
