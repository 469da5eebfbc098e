import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong, withLong } from '../long.ts';
import { needs } from '../needs.ts';
import { type Installed, installed, run } from './packed.ts';

const framing = `
import { lines, messageStream, text } from 'duplex-modes/framing';
import { judge, Recorder } from 'duplex-modes/trace';

const decoder = text(lines()).decoder();
decoder.push(text(lines()).encode('Hi'));
const read: string | undefined = decoder.read();
const bytes = new Blob(['Hello\\n']).stream();
const heard: ReadableStream<string> = bytes.pipeThrough(messageStream(text(lines())));
const { value } = await heard.getReader().read();
console.log(read, value, typeof judge, typeof Recorder);
`;
const scene = `
import type { Duplex } from 'node:stream';
import { lines, messageStream, text } from 'duplex-modes/framing';
import { messageTransform } from 'duplex-modes/framing/node';
import { parseScene } from 'duplex-modes/scene';

const source = 'title: Mine\\nmode: simplex\\n\\na connects\\nverdict simplex\\n';
const { title }: { title: string } = parseScene('mine.scene', source);
const messages: Duplex = messageTransform(text(lines()));
messages.end('Hello\\n');
const { readable }: { readable: ReadableStream<string> } = messageStream(text(lines()));
for await (const message of messages) console.log(title, message, readable.locked);
`;

const typeRoots = [resolve('node_modules/@types')];
const options = {
  module: 'nodenext',
  target: 'es2023',
  strict: true,
  skipLibCheck: false,
};

describe.runIf(withLong)('the package, installed from its tarball', () => {
  let place: Installed;
  beforeAll(async () => {
    place = await installed();
  });
  afterAll(() => place.remove());

  it('lists the demos by the command of the package', async () => {
    const all = await place.printed();
    expect(all).toContain('npx duplex-modes half-duplex ');
    expect(all).not.toContain('npm run');
  });

  it.each(['simplex', 'half-duplex', 'websocket', 'cluster'])(
    'plays %s',
    async demo => {
      expect(await place.printed(demo, '--plain')).toMatch(/^verdict: \S+ · ok · /m);
    },
  );

  it('serves the lab, which is built', async () => {
    const { child } = run(process.execPath, [place.command, 'lab', '--port', '0'], {
      cwd: place.folder,
    });
    const address = await new Promise<string>(resolve => {
      child.stdout?.on('data', text => {
        const [, open] = /^open (http:.*)$/m.exec(String(text)) ?? [];
        if (open !== undefined) resolve(open);
      });
    });
    const page = await (await fetch(address)).text();
    const [, script = ''] = /src="(assets\/main-\w+\.js)"/.exec(page) ?? [];
    expect((await fetch(`${address}/${script}`)).status).toBe(200);
    child.kill('SIGINT');
  });

  it('plays a pitfall, whose programs are JavaScript there', async () => {
    const all = await place.printed('pitfalls', '--plain', '--scene', 'two-in-one');
    expect(all).toContain('verdict: pitfalls · ok · two-in-one: naive.ts is convicted');
  });

  it.each([
    [
      'needs no types of Node',
      framing,
      { types: [], lib: ['es2023', 'dom'] },
      'Hi Hello function function',
    ],
    [
      'has the streams of Node',
      scene,
      { types: ['node'], typeRoots },
      'Mine Hello false',
    ],
  ])(
    'is imported by TypeScript that %s, and by what it is compiled to',
    async (_, source, types, says) => {
      writeFileSync(join(place.folder, 'mine.ts'), source);
      const config = { compilerOptions: { ...options, ...types }, files: ['mine.ts'] };
      writeFileSync(join(place.folder, 'tsconfig.json'), JSON.stringify(config));
      const tsc = resolve('node_modules/typescript/bin/tsc');
      await run(process.execPath, [tsc, '-p', place.folder]);
      const { stdout } = await run(process.execPath, [join(place.folder, 'mine.js')]);
      expect(stdout).toBe(`${says}\n`);
    },
  );

  it.each([
    ['node.mjs', 'Tea?\nMilk?\n', '4 Tea?\n5 Milk?\n'],
    ['transform.mjs', 'Tea?\nMilk?\n', '4 Tea?\n5 Milk?\n'],
    ['web.mjs', '', '4 Tea?\n5 Milk?\n'],
  ])('runs examples/borrow/%s', async (file, input, output) => {
    const running = run(process.execPath, [example(file)]);
    running.child.stdin?.end(input);
    expect((await running).stdout).toBe(output);
  });

  it.for([
    ['Deno', 'deno', 'run', '--allow-all'],
    ['Bun', 'bun'],
  ] as const)(
    'runs examples/borrow/web.mjs with %s',
    async ([name, ...words], test) => {
      needs(test, name);
      const [command, ...args] = words;
      const { stdout } = await run(command, [...args, example('web.mjs')], {
        cwd: place.folder,
      });
      expect(stdout).toBe('4 Tea?\n5 Milk?\n');
    },
  );

  it.each(['node.mjs', 'transform.mjs'])('has %s fail in half a line', async file => {
    const running = run(process.execPath, [example(file)]);
    running.child.stdin?.end('Tea');
    await expect(running).rejects.toThrow('FrameError');
  });

  it('judges a record that a demo kept', async () => {
    const file = join(place.folder, 'run.jsonl');
    await place.printed('simplex', '--plain', '--trace', file);
    const args = [example('verdict.mjs'), 'simplex', file];
    const { stdout } = await run(process.execPath, args);
    expect(stdout).toMatch(/^verdict: simplex · kept · 3 messages one way/);
  });

  function example(file: string): string {
    const copy = join(place.folder, file);
    copyFileSync(join('examples/borrow', file), copy);
    return copy;
  }
});

it('is tried with the long tests', test => takesLong(test));
