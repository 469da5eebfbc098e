import { rowOf, type VerbName, verbs } from '../../lib/scene/script/verbs.ts';
import { faultNames, faultOf, units } from '../../lib/transport/faults/table.ts';

/** Returns the table of what callers and the server of a scene can do, from the verbs themselves. */
export function verbTable(): string {
  const rows = (Object.keys(verbs) as VerbName[]).flatMap(name => {
    const { usage, newcomer, caller, server, node, anyOrder } = rowOf(name);
    return [
      ...[newcomer, caller].flatMap(part => rowFor(`WHO ${usage}`, part?.help)),
      ...rowFor(`SERVER ${usage}`, server?.help),
      ...rowFor(`NODE ${usage}`, node?.help),
      ...rowFor(`WHO ${usage}\` below \`in any order:`, anyOrder?.help),
    ];
  });
  return ['| line | meaning |', '|---|---|', ...rows].join('\n');
}

const rowFor = (line: string, help: string | undefined): string[] =>
  help === undefined ? [] : [`| \`${line.replaceAll('|', '\\|')}\` | ${help} |`];

/** Returns the table of what a faulty link can do, each fault with an example. */
export function faultTable(): string {
  const rows = faultNames.map(name => {
    const { of, unit, example, help } = faultOf(name);
    const number = Number.parseInt(example, 10).toLocaleString('en');
    const what = unit === undefined ? help : help.replace(units[unit].value, number);
    const links = (['stream', 'datagrams'] as const).map(kind =>
      of.includes(kind) ? 'yes' : '',
    );
    return `| \`${`${name} ${example}`.trim()}\` | ${what} | ${links.join(' | ')} |`;
  });
  const head = '| fault | what it does, in each direction | streams | datagrams |';
  return [head, '|---|---|---|---|', ...rows].join('\n');
}
