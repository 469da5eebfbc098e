import type { TraceEvent } from '../../../lib/trace/event.ts';
import type { Mode } from '../../../lib/trace/rules/index.ts';

export type { Mode };

/** An event of a record. Nothing else is shared with lib/trace. */
export type Event = TraceEvent;

/** What one program wrote down, or several in one file. */
export interface File {
  readonly name: string;
  readonly events: readonly Event[];
}

/** An event among those of all files. `end` is unique: a second `caller` is called `caller (2)`. */
export interface Line extends Event {
  /** Where it stands. At one end, lower is earlier. Between two ends it means nothing. */
  readonly place: number;
  /** The first, second, … link of that name at this end. */
  readonly call: number;
}

/** All events of all files, one file after the other, without the bytes that moved. */
export const linesOf = (files: readonly File[]): Line[] =>
  withNamesApart(files)
    .filter(({ what }) => what !== 'chunk')
    .map((line, place) => ({ ...line, place }));

/** Who put bytes on which link, by name: one a line. */
export const bytesOut = (files: readonly File[]): string[] =>
  withNamesApart(files)
    .filter(({ what, by, size = 0 }) => what === 'chunk' && by === 'self' && size > 0)
    .map(onWhich);

export const onWhich = ({ end, link }: Pick<Line, 'end' | 'link'>): string =>
  `${end} on ${link}`;

function withNamesApart(files: readonly File[]): Line[] {
  const lines: Line[] = [];
  const taken: string[] = [];
  for (const { events } of files) {
    const names = new Map<string, string>();
    for (const { end } of events) {
      if (names.has(end)) continue;
      names.set(end, freeName(end, taken));
      taken.push(freeName(end, taken));
    }
    for (const event of events) {
      const end = names.get(event.end) ?? event.end;
      const before = lines.filter(
        line => line.end === end && line.link === event.link && line.what !== 'chunk',
      );
      const again = event.what === 'opened' && before.length > 0;
      const call = (before.at(-1)?.call ?? 1) + (again ? 1 : 0);
      lines.push({ ...event, end, place: lines.length, call });
    }
  }
  return lines;
}

function freeName(end: string, taken: readonly string[]): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? end : `${end} (${count})`;
    if (!taken.includes(name)) return name;
  }
}

export const onOneLink = (one: Line, other: Line): boolean =>
  one.link === other.link && one.call === other.call;

export const isDrawn = ({ what }: Event): boolean =>
  what !== 'closed' && what !== 'chunk' && what !== 'lost';

export const different = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** What a mode may be asked to judge by. */
export interface Rules {
  readonly turns?: 'strict' | 'free';
  /** Simplex: the end that alone may speak. */
  readonly from?: string;
}
