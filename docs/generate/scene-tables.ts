import { rowOf, type VerbName, verbs } from '../../lib/scene/script/verbs.ts';

/** Returns the table of what callers and the server of a scene can do, from the verbs themselves. */
export function verbTable(): string {
  const rows = (Object.keys(verbs) as VerbName[]).flatMap(name => {
    const { usage, newcomer, caller, server } = rowOf(name);
    return [
      ...[newcomer, caller].flatMap(part => rowFor(`WHO ${usage}`, part?.help)),
      ...rowFor(`SERVER ${usage}`, server?.help),
    ];
  });
  return ['| line | meaning |', '|---|---|', ...rows].join('\n');
}

const rowFor = (line: string, help: string | undefined): string[] =>
  help === undefined ? [] : [`| \`${line.replaceAll('|', '\\|')}\` | ${help} |`];
