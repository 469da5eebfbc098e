import { clean } from '../../connection/clean.ts';
import { isMode, modes } from '../../trace/rules/index.ts';
import { parseFaults } from './parse-faults.ts';
import { parseRules } from './parse-rules.ts';
import { parseStep } from './parse-step.ts';
import { parseTurns, parseVerdict } from './parse-verdict.ts';
import { type Block, type Scene, SceneError, type Step } from './scene.ts';
import { verbsWith } from './verbs.ts';

interface SourceLine {
  readonly number: number;
  readonly text: string;
}

const headers = ['title', 'mode', 'server', 'link', 'turns', 'from', 'rules'];

/** The verbs that may stand below `at once:` and `in any order:`. */
const blocks: Record<Block, readonly string[]> = {
  'at once': verbsWith('atOnce'),
  'in any order': verbsWith('anyOrder'),
};
const blockOf = (text: string): Block | undefined =>
  (Object.keys(blocks) as Block[]).find(block => text === `${block}:`);

/** Reads a scene file (docs/scenes.md has the grammar). Throws a SceneError that names file and line. */
export function parseScene(file: string, source: string): Scene {
  const fail = (line: number, problem: string): never => {
    throw new SceneError(file, line, problem);
  };
  const all = source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text: text.trimEnd() }));
  const unclean = all.find(({ text }) => clean(text) !== text.replaceAll('\t', ' '));
  if (unclean)
    fail(
      unclean.number,
      'expected no control characters: write \\xHH in double quotes',
    );
  const lines = all.filter(({ text }) => !text.startsWith('#'));
  const blank = lines.findIndex(({ text }) => text === '');
  const header = readHeader(lines.slice(0, blank < 0 ? undefined : blank), fail);
  const body = lines.slice(header.size).filter(({ text }) => text !== '');
  const last = body.pop();
  if (last === undefined) {
    return fail(lines.at(-1)?.number ?? 1, 'expected the scene after the header');
  }
  if (!last.text.startsWith('verdict ')) {
    return fail(
      last.number,
      `expected the last line to be "verdict MODE", found "${last.text}"`,
    );
  }
  const title = header.get('title') ?? fail(1, 'expected "title:" in the header');
  const mode = header.get('mode') ?? fail(1, 'expected "mode:" in the header');
  if (!isMode(mode.text))
    return fail(mode.number, `expected mode ${modes.join(', ')}, found "${mode.text}"`);
  const link = header.get('link') ?? { number: 1, text: '' };
  const turns = header.get('turns') ?? { number: 1, text: 'strict' };
  const from = header.get('from')?.text;
  const rules = header.get('rules') ?? { number: 1, text: '' };
  const problemAt = (line: number) => (problem: string) => fail(line, problem);
  return {
    file,
    name: nameOf(file),
    title: title.text,
    mode: mode.text,
    server: (header.get('server')?.text ?? '').split(' ').filter(Boolean),
    link: parseFaults(link.text, problemAt(link.number)),
    rule: {
      turns: parseTurns(turns.text, problemAt(turns.number)),
      ...(from !== undefined && { from }),
    },
    rules: parseRules(rules.text, problemAt(rules.number)),
    steps: readSteps(body, fail),
    verdict: parseVerdict(last.text.slice('verdict '.length), problemAt(last.number)),
  };
}

/**
 * Returns the name of a scene: `demos/simplex/scenes/2-canned-replies.scene` is `canned-replies`,
 * on Windows too.
 */
export function nameOf(file: string): string {
  const last = file.split(/[\\/]/).at(-1) ?? file;
  return last.replace(/\.scene$/, '').replace(/^\d+-/, '');
}

type Fail = (line: number, problem: string) => never;

/** Reads the header: the value of each key, and its line. */
function readHeader(lines: readonly SourceLine[], fail: Fail): Map<string, SourceLine> {
  const header = new Map<string, SourceLine>();
  for (const { number, text } of lines) {
    const [, key = '', value = ''] = /^([a-z]+):\s*(.*)$/.exec(text) ?? [];
    if (!headers.includes(key)) {
      fail(
        number,
        `expected ${headers.map(name => `"${name}:"`).join(', ')} or a blank line, found "${text}"`,
      );
    }
    if (header.has(key)) fail(number, `expected "${key}:" once`);
    header.set(key, { number, text: value });
  }
  return header;
}

function readSteps(lines: readonly SourceLine[], fail: Fail): Step[] {
  const steps: Step[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as SourceLine;
    const block = blockOf(line.text);
    if (block === undefined) {
      steps.push(readStep(line, fail));
      continue;
    }
    const inside = lines.slice(index + 1);
    const length = inside.findIndex(({ text }) => !text.startsWith(' '));
    const indented = inside.slice(0, length < 0 ? undefined : length);
    steps.push(readBlock(line, block, indented, fail));
    index += indented.length;
  }
  return steps;
}

function readStep({ number, text }: SourceLine, fail: Fail): Step {
  return parseStep(text, number, problem => fail(number, problem));
}

function readBlock(
  { number, text }: SourceLine,
  block: Block,
  indented: readonly SourceLine[],
  fail: Fail,
): Step {
  if (indented.length === 0) fail(number, `expected indented lines below "${text}"`);
  const steps = indented.map(inner => {
    const step = readStep({ ...inner, text: inner.text.trimStart() }, fail);
    if ('who' in step && blocks[block].includes(step.do)) return step;
    const known = blocks[block].map(verb => `"${verb}"`).join(', ');
    return fail(
      inner.number,
      `expected only ${known} below "${text}", found "${step.do}"`,
    );
  });
  return { do: block, line: number, steps };
}
