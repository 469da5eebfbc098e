import { numbersAreMissing } from './contradictions.ts';
import { different, type File, linesOf } from './line.ts';

/** What files with holes leave over. */
export interface LeftOver {
  /** The files without a hole. */
  readonly whole: readonly File[];
  /** Of these, what is written about links that both ends wrote of. */
  readonly shared: readonly File[];
}

/** Nothing, if anything is passed on: then what is missing may be part of every conversation. */
export function leftOver(files: readonly File[]): LeftOver {
  const apart = withNamesApart(files);
  const isRelayed = apart.some(({ events }) =>
    events.some(({ role, of }) => role === 'relay' || of),
  );
  if (isRelayed) return { whole: [], shared: [] };
  const whole = apart.filter((_, at) => !numbersAreMissing(files[at] as File));
  const lines = whole.flatMap(({ events }) => events);
  const endsOn = (name: string) =>
    different(lines.filter(({ link }) => link === name).map(({ end }) => end));
  const shared = whole.map(file => ({
    ...file,
    events: file.events.filter(({ link }) => endsOn(link).length === 2),
  }));
  return { whole, shared };
}

function withNamesApart(files: readonly File[]): File[] {
  const lines = linesOf(files);
  let at = 0;
  return files.map(({ name, events }) => {
    const count = events.filter(({ what }) => what !== 'chunk').length;
    at += count;
    return { name, events: lines.slice(at - count, at) };
  });
}
