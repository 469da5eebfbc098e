import { type Phase, turnTable } from '../../lib/modes/turn-table.ts';

const rows = Object.entries(turnTable).flatMap(([phase, happenings]) =>
  Object.entries(happenings).map(([happening, [next, action]]) => ({
    phase,
    happening,
    next,
    action,
  })),
);
const id = (phase: string): string => phase.replace(' ', '_');

/** Returns the turn table as a Mermaid state diagram. Events that do not change the phase are loops. */
export function stateDiagram(): string {
  const first: Phase = 'listening';
  const arrows = rows.map(
    ({ phase, happening, next, action }) =>
      `  ${id(phase)} --> ${id(next)}: ${happening} / ${action.replace(':', ',')}`,
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
