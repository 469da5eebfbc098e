import { allClosed } from '../../lib/trace/all-closed.ts';
import type { Run } from '../view/run.ts';
import { ends, numbered } from './history.ts';
import type { Answer } from './reference/judge.ts';
import type { Event, File, Mode, Rules } from './reference/line.ts';

/** A record that was once judged wrongly, and what is right. */
export interface Finding {
  readonly name: string;
  readonly files: readonly File[];
  readonly right: readonly (readonly [Mode, Answer, Rules?])[];
}

/** What each end of a run wrote into a file of its own, until it closed its links. */
export const filesOf = ({ events }: Pick<Run, 'events'>): File[] =>
  ends(events).map(name => ({
    name,
    events: numbered(allClosed(events.filter(({ end }) => end === name))),
  }));

export const fileOf = (name: string, run: Run): File[] =>
  filesOf(run).filter(file => file.name === name);

/** What one end wrote, word by word. */
export const wrote = (
  end: string,
  ...events: Omit<Event, 'n' | 'at' | 'end' | 'link'>[]
): File => ({
  name: end,
  events: numbered(
    events.map(event => ({ ...event, end, link: 'alice>station' }) as Event),
  ),
});

export const says = (text: string) =>
  ({ what: 'sent', by: 'self', kind: 'message', text }) as const;
export const hears = (text: string) =>
  ({ what: 'received', by: 'peer', kind: 'message', text }) as const;
export const connects = { what: 'opened', by: 'self' } as const;
export const accepts = { what: 'opened', by: 'peer' } as const;
export const resets = { what: 'reset', by: 'self' } as const;
export const isReset = { what: 'reset', by: 'peer' } as const;
export const finishes = { what: 'ended', by: 'self' } as const;
export const isFinished = { what: 'ended', by: 'peer' } as const;
export const isCutOff = {
  what: 'refused',
  by: 'peer',
  reason: 'cut off by the end',
} as const;
export const closes = { what: 'closed', by: 'self' } as const;
export const rejects = (text: string) =>
  ({
    what: 'refused',
    by: 'peer',
    kind: 'message',
    text,
    reason: 'out of turn',
  }) as const;
