import type { TraceRecord } from './record.ts';

/**
 * Returns the names of records by run, if they are of several runs: some share links with each other, others do
 * too, and nothing joins the two. A record that shares no link with any other may only lack its other end.
 */
export function severalRuns(
  records: readonly TraceRecord[],
): readonly (readonly string[])[] | undefined {
  const runs = groupsOf(records).filter(({ names }) => names.length > 1);
  return runs.length > 1 ? runs.map(({ names }) => names) : undefined;
}

/** Records that name the same links, directly or through others. */
interface Group {
  readonly names: readonly string[];
  readonly links: ReadonlySet<string>;
}

const groupsOf = (records: readonly TraceRecord[]): Group[] =>
  records.reduce<Group[]>((groups, { name, events }) => {
    const links = new Set(
      events.flatMap(({ link, of }) => (of ? [link, of.link] : [link])),
    );
    const joined = groups.filter(group => [...links].some(one => group.links.has(one)));
    const merged = {
      names: [...joined.flatMap(({ names }) => names), name],
      links: new Set([...joined.flatMap(group => [...group.links]), ...links]),
    };
    return [...groups.filter(group => !joined.includes(group)), merged];
  }, []);
