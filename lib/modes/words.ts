import type { Kind } from '../trace/event.ts';

/** What a newcomer hears first, where people have names. */
export const nameQuestion = '* Your name?';

/**
 * What a line to a server is, where the mode has commands: `/quit` is control, `//tmp` says `/tmp`, and
 * all else is a message.
 */
export function fromPerson(line: string): { kind: Kind; text: string } {
  if (line.startsWith('//')) return { kind: 'message', text: line.slice(1) };
  return { kind: line.startsWith('/') ? 'control' : 'message', text: line };
}

/**
 * What a line from a server is. A person's words always come as `[name] words`, so nobody can forge
 * the two marks.
 */
export function fromServer(line: string): Kind {
  if (line.startsWith('* ')) return 'notice';
  return line.startsWith('! ') ? 'refusal' : 'message';
}

/** Whether this line is a server's goodbye, at the regular end of a talk. */
export const isGoodbye = (line: string): boolean =>
  /^\* (Goodbye|The [a-z]+ (closes|hangs up))$/.test(line);

/**
 * What a refusal repeats of a stranger's words. Whole characters: a surrogate pair that was cut in two
 * has no UTF-8, and could not be sent.
 */
export const beginning = (text: string): string => [...text].slice(0, 24).join('');
