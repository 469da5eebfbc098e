import { type Phase, turnTable } from '../../lib/modes/turn-table.ts';

const rows = Object.entries(turnTable).flatMap(([phase, happenings]) =>
  Object.entries(happenings).map(([happening, [next, deed]]) => ({
    phase,
    happening,
    next,
    deed,
  })),
);
const id = (phase: string): string => phase.replace(' ', '_');

/** The turn table as a Mermaid state diagram; what leaves a phase where it is, as loops. */
export function stateDiagram(): string {
  const first: Phase = 'listening';
  const arrows = rows.map(
    ({ phase, happening, next, deed }) =>
      `  ${id(phase)} --> ${id(next)}: ${happening} / ${deed.replace(':', ',')}`,
  );
  return [
    'stateDiagram-v2',
    '  state "last word" as last_word',
    `  [*] --> ${first}: the station answers`,
    '  [*] --> talking: the caller calls',
    ...arrows,
    '  over --> [*]',
  ].join('\n');
}
