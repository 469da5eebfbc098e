import { clean } from '../connection/clean.ts';
import type { Observation } from '../trace/event.ts';
import { fromJsonLines } from '../trace/jsonl.ts';

/** What a page can report, and which side did it. */
const sides = new Map<string, Observation['by']>([
  ['opened', 'self'],
  ['sent', 'self'],
  ['received', 'peer'],
  ['ended', 'peer'],
  ['reset', 'peer'],
]);

/**
 * Returns what a page reports about its own end, without who it is and which link it means, because both are
 * known already. `undefined` if our page never sends such a line.
 */
export function observationIn(line: string): Observation | undefined {
  const event = eventIn(line);
  if (event === undefined || sides.get(event.what) !== event.by) return undefined;
  const { what, by, kind = 'message', text = '', size = 0 } = event;
  if (what !== 'sent' && what !== 'received') return { what, by };
  return { what, by, kind, text: clean(text), size };
}

function eventIn(line: string): Observation | undefined {
  try {
    return fromJsonLines(line)[0];
  } catch {
    return undefined;
  }
}
