// `npm start`: what there is, and which command to type next.

import { columns, foldTo, lineWidth } from '../lib/terminal/fold.ts';
import { leaveWhenNobodyReads, print, strong } from '../lib/terminal/output.ts';
import { isPackage, toStart } from '../lib/terminal/to-start.ts';
import { demoNames, demos, pageOf } from './index.ts';

const stations = demoNames.map(
  name => [toStart(`demo:${name}`), demos[name].see, pageOf(name)] as const,
);

const tools = [
  [toStart('lab'), 'all of it in a web page', 'docs/lab.md'],
  [toStart('check'), 'scenes against your own server', 'docs/check.md'],
  [toStart('tap'), 'what any two TCP programs say', 'docs/tap.md'],
  [toStart('verdict'), 'records of two ends, joined', 'docs/trace.md'],
] as const;

const about = [
  `Each demo plays here, over real TCP or UDP, in about half a minute (pitfalls lists its scenes), and ends with a verdict that is computed from what happened. For a first look: ${toStart('demo:half-duplex')}. The list goes from simple to hard.`,
  `Every demo has --list, --scene NAME and --help. A mode also has a server and a client. ${isPackage() ? 'For example:' : 'Put flags for the demo after a --, or npm takes them for its own:'}`,
  `  ${toStart('demo:p2m', '--list')}`,
  'What the words mean: docs/words.md',
];

leaveWhenNobodyReads();
print(strong('duplex-modes: who may speak when'));
print();
const all = [...stations, ...tools];
const widest = Math.max(...all.map(([, see]) => see.length));
const rows = all.map(
  ([command, see, read]) => [command, `${see.padEnd(widest)} ${read}`] as const,
);
for (const row of columns(rows, lineWidth())) print(row);
print();
for (const text of about) for (const row of foldTo(lineWidth(), text)) print(row);
