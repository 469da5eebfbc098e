import { existsSync, readFileSync } from 'node:fs';
import { catalogue } from '../../demos/pitfalls/catalogue.ts';
import { difference } from '../../demos/pitfalls/difference.ts';
import { lineOf, linesOf } from '../../demos/pitfalls/lesson.ts';
import type { Pitfall } from '../../demos/pitfalls/pitfall.ts';
import { pageOfRule } from '../../demos/pitfalls/rules.ts';
import { fileOf, type Tried, tried } from '../../demos/pitfalls/tried.ts';
import { plainPaint } from '../../lib/view/text/paint.ts';
import { wrap } from '../../lib/view/text/wrap.ts';
import { indexOf } from './pitfall-index.ts';

const folder = 'docs/pitfalls';
const index = `${folder}/README.md`;
export const pageOf = ({ name }: Pitfall): string => `${folder}/${name}.md`;

/** The pages that are generated as a whole. */
export const pitfallPages: readonly string[] = [index, ...catalogue.map(pageOf)];

/** The text of such a page. `block`: where it has its two runs from. */
export async function pitfallPage(page: string, block = played): Promise<string> {
  if (page === index) return indexOf(catalogue);
  const pitfall = catalogue.find(one => pageOf(one) === page);
  if (pitfall) return await written(pitfall, block);
  throw new Error(`no pitfall has the page ${page}`);
}

type ProgramName = keyof typeof unhurried;

/** Returns the block that shows what came of a program. */
type Block = (pitfall: Pitfall, program: ProgramName) => Promise<string>;

const played: Block = async (pitfall, program) =>
  fenced('text', drawn(`${program}.ts`, await once(pitfall, program)));

/** As the page has it, so that all else in the page can be compared without a run. */
export const asItStands: Block = async (pitfall, program) => {
  const text = readFileSync(pageOf(pitfall), 'utf8');
  const [naive = '', right = ''] = text.match(/^```text\n[\s\S]*?^```/gm) ?? [];
  return { naive, right }[program];
};

/** Nobody watches: on a busy machine an answer may be late, and it must be the same page all the same. */
export const unhurried = { naive: 6_000, right: 30_000 };
const runs = new Map<string, Promise<Tried>>();

/** What came of a program of a pitfall: the same run for a page and for its test. */
export function once(pitfall: Pitfall, program: ProgramName): Promise<Tried> {
  const file = `${program}.ts`;
  const key = fileOf(pitfall, file);
  const run = runs.get(key) ?? tried(pitfall, file, unhurried[program]);
  runs.set(key, run);
  return run;
}

async function written(pitfall: Pitfall, block: Block): Promise<string> {
  const { name, title, scene, question, why } = pitfall;
  const [naive, right] = [linesOf(pitfall, 'naive.ts'), linesOf(pitfall, 'right.ts')];
  const sections = [
    `# ${title}`,
    seen(pitfall),
    prose(scene),
    `    npm run demo:pitfalls -- --scene ${name}`,
    '## What happens',
    prose(`${question} First the program as most people write it:`),
    `\`${fileOf(pitfall, 'naive.ts')}\``,
    fenced('ts', naive),
    await block(pitfall, 'naive'),
    '## Why',
    why.map(prose).join('\n'),
    '## What to change',
    `\`${fileOf(pitfall, 'right.ts')}\`, against naive.ts:`,
    fenced('diff', difference(naive, right)),
    'The same check again:',
    await block(pitfall, 'right'),
    ...rules(pitfall),
    ...inPython(pitfall),
    '## Threads',
    pitfall.threads.map(({ title, url }) => `- ${title}:\n  <${url}>`).join('\n'),
    `Next page: ${next(pitfall)}.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What people see, and what they search for. */
const seen = ({ symptoms, errors }: Pitfall): string =>
  [
    'You see:\n',
    ...symptoms.map(symptom => `- ${symptom}`),
    ...errors.map(error => `- \`${error}\``),
  ].join('\n');

/** One sentence per line, and no line too long. */
const prose = (text: string): string =>
  text
    .split(/(?<=[.?!:]) (?=[A-Z`])/)
    .flatMap(sentence => wrap(sentence, 98, Infinity, ''))
    .join('\n');

/** What came of a program. A page never shows a naive program that passes, or a right one that does not. */
function drawn(file: string, { figures, ok, found }: Tried): string[] {
  const line = lineOf(file, { ok, found });
  if (ok !== (file === 'right.ts')) throw new Error(`not for a page: ${line}`);
  const look = { width: 80, ascii: false, paint: plainPaint };
  const rows = figures.flatMap(figure => figure.draw(look));
  return [...rows, ...wrap(line, 78, Infinity, '')];
}

function rules({ rules }: Pitfall): string[] {
  if (rules.length === 0) return [];
  const links = rules.map(rule => `- [${rule}](${placeOf(rule)})`);
  return [
    '## The rule',
    'The naive program breaks this part of our protocol:',
    links.join('\n'),
  ];
}

const placeOf = (rule: string): string =>
  `${pageOfRule(rule).replace('docs/', '../')}#${rule.toLowerCase()}`;

function inPython(pitfall: Pitfall): string[] {
  const file = fileOf(pitfall, 'naive.py');
  if (!existsSync(file)) return [];
  const about = `The same mistake, in \`${file}\`:`;
  return ['## In Python', about, fenced('python', linesOf(pitfall, 'naive.py'))];
}

function next(pitfall: Pitfall): string {
  const after = catalogue[catalogue.indexOf(pitfall) + 1];
  return after ? `[${after.name}.md](${after.name}.md)` : '[all pitfalls](README.md)';
}

const fenced = (language: string, lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.map(line => line.trimEnd()).join('\n')}\n\`\`\``;
