import { drawn, type Observation, type TraceEvent } from './event.ts';

/** What only one side can do: docs/record.md has the table. */
const doneBy: Partial<Record<Observation['what'], Observation['by']>> = {
  sent: 'self',
  closed: 'self',
  received: 'peer',
  refused: 'peer',
  lost: 'peer',
};

/** Says which field of an event does not fit what happened; `undefined` if all fit. */
export function misfitIn(event: TraceEvent): string | undefined {
  const { what, by, n } = event;
  const side = doneBy[what] ?? by;
  if (by !== side) return expected('by', side, what, `"${by}"`);
  return n === 0 || drawn(event) ? undefined : expected('n', '0', what, `${n}`);
}

const expected = (field: string, value: string, what: string, found: string): string =>
  `expected "${field}" to be ${value} for ${what}, found ${found}`;
