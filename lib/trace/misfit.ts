import type { Observation, TraceEvent } from './event.ts';

/** What only one side can do: docs/record.md has the table. */
const doneBy: Partial<Record<Observation['what'], Observation['by']>> = {
  sent: 'self',
  closed: 'self',
  received: 'peer',
  refused: 'peer',
  lost: 'peer',
};

/** Says which field of an event does not fit what happened; `undefined` if all fit. */
export function misfitIn({ what, by }: TraceEvent): string | undefined {
  const side = doneBy[what] ?? by;
  return by === side ? undefined : expected('by', side, what, `"${by}"`);
}

const expected = (field: string, value: string, what: string, found: string): string =>
  `expected "${field}" to be ${value} for ${what}, found ${found}`;
