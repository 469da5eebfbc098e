import type { Kind } from '../trace/event.ts';

/** What a newcomer hears first in a room of people with names. */
export const nameQuestion = '* Your name?';

/** Whether a server's notice or refusal asks for a name: for the first time, or again. */
export const asksForName = (line: string): boolean =>
  line.endsWith(nameQuestion.slice(2));

/**
 * What a line to a server is, if the mode has commands: `/quit` is control, `//tmp` says `/tmp`,
 * and any other line is a message.
 */
export function fromPerson(line: string): { kind: Kind; text: string } {
  if (line.startsWith('//')) return { kind: 'message', text: line.slice(1) };
  return { kind: line.startsWith('/') ? 'control' : 'message', text: line };
}

/**
 * What a line from a server is. A person's words always arrive as `[name] words`, so nobody can
 * forge the two marks.
 */
export function fromServer(line: string): Kind {
  if (line.startsWith('* ')) return 'notice';
  return line.startsWith('! ') ? 'refusal' : 'message';
}

/** Whether this line is a server's goodbye at the regular end of a connection. */
export const isGoodbye = (line: string): boolean =>
  /^\* (Goodbye|The [a-z]+ (closes|hangs up))$/.test(line);

/**
 * Returns the part of a stranger's words that a refusal repeats. It keeps characters whole: half
 * of a surrogate pair has no UTF-8, and could not be sent.
 */
export const beginning = (text: string): string => [...text].slice(0, 24).join('');
