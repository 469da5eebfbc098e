import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenesOf } from '../../docs/generate/demos.ts';
import { takesLong } from '../long.ts';

/** What "Now break it yourself" asks a reader to change. */
interface Edit {
  readonly page: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The scenes of the page's demo that the answer names: these fail, or only these pass. */
  readonly fail?: readonly string[];
  readonly pass?: readonly string[];
}

const edits: readonly Edit[] = [
  {
    page: 'simplex',
    file: 'lib/modes/simplex.ts',
    from: 'connection.start(discipline).end();\n  return',
    to: 'connection.start(discipline);\n  return',
    fail: ['one-way', 'half-close', 'cut-off', 'vanishes', 'wrong-number'],
  },
  {
    page: 'half-duplex',
    file: 'lib/modes/turn-table.ts',
    from: "message: ['talking', 'refuse it: not your turn']",
    to: "message: ['talking', 'hear it']",
    fail: ['taking-turns', 'barge-in'],
  },
  {
    page: 'p2p',
    file: 'demos/p2p/pairs.ts',
    from: "    if (from === to) return 'self';\n",
    to: "    this.#partner.set(from, to).set(to, from);\n    return 'answered';\n",
    pass: ['both-call', 'ways-to-leave', 'polite'],
  },
  {
    page: 'p2m',
    file: 'demos/p2m/server.ts',
    from: 'void attend(',
    to: 'await attend(',
    pass: [],
  },
  {
    page: 'framing',
    file: 'demos/framing/borrow.ts',
    from: '  decoder.end();\n',
    to: '',
  },
  {
    page: 'framing-attacks',
    file: 'demos/framing/lessons/7-cut-anywhere.ts',
    from: 'text(lines())',
    to: 'naiveLines()',
  },
  {
    page: 'udp',
    file: 'lib/datagram/session.ts',
    from: ', last });',
    to: ' });',
    fail: ['the-last-word'],
  },
  {
    page: 'cluster',
    file: 'lib/cluster/room-state.ts',
    from: "    if (this.find(name) !== undefined) return { what: 'taken', who };\n",
    to: '',
    fail: ['one-name'],
  },
  {
    page: 'websocket',
    file: 'lib/transport/web/origin.ts',
    from: 'function whyNot(',
    to: 'const whyNot = () => undefined;\nfunction check(',
  },
];

/** The project with one edit, in a folder of its own. */
function edited({ file, from, to }: Edit): string {
  const folder = mkdtempSync(join(tmpdir(), 'broken-'));
  for (const part of ['demos', 'lib', 'run.js', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const source = readFileSync(file, 'utf8');
  writeFileSync(join(folder, file), source.replace(from, to));
  return folder;
}

/** The scenes that fail there, as `--all` says. */
function failing(demo: string, cwd: string): Promise<string[]> {
  const args = ['run.js', 'demos/run.ts', demo, '--all', '--plain'];
  return new Promise(done =>
    execFile(
      process.execPath,
      args,
      { cwd, maxBuffer: 1e8 },
      (_error, _stdout, stderr) =>
        done(
          [...stderr.matchAll(/scenes[\\/](?:\d+-)?([a-z-]+)\.scene/g)].map(
            ([, name = '']) => name,
          ),
        ),
    ),
  );
}

const pageOf = (page: string) => readFileSync(`docs/${page}.md`, 'utf8');

describe('what a page asks to change', () => {
  it.each(edits)('is where $page says', ({ page, file, from }) => {
    expect(pageOf(page).replaceAll('\n', ' ')).toContain(file);
    expect(readFileSync(file, 'utf8')).toContain(from);
  });

  it.each(edits)('is answered with the scenes by their names: $page', edit => {
    const answers = pageOf(edit.page).split(/^## \d+\. Your predictions$/m)[1];
    const named = [...(edit.fail ?? []), ...(edit.pass ?? [])];
    expect(named.filter(name => !answers?.includes(`\`${name}\``))).toEqual([]);
  });

  it.for(edits.filter(edit => edit.fail ?? edit.pass))(
    'breaks the scenes that the answer names: $page',
    { timeout: 300_000 },
    async (edit, test) => {
      takesLong(test);
      const { page, fail, pass } = edit;
      const all = scenesOf(page).map(({ name }) => name);
      const folder = edited(edit);
      const failed = await failing(page, folder);
      rmSync(folder, { recursive: true });
      expect(failed).toEqual(fail ?? all.filter(name => !pass?.includes(name)));
    },
  );
});
