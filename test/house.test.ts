import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const forbidden = [
  ['lib/framing', '../trace/index.ts'],
  ['lib/trace', '../view/index.ts'],
  ['lib/connection', '../modes/index.ts'],
  ['lib/modes', '../transport/index.ts'],
  ['lib/view', '../scene/index.ts'],
  ['lib/scene', '../terminal/index.ts'],
  ['lib/datagram', '../connection/index.ts'],
  ['lib/datagram', 'node:dgram'],
  ['lib/hub', '../datagram/index.ts'],
  ['lib/scene', 'node:net'],
  ['lib/view', 'kleur'],
  ['lib/terminal', 'node:net'],
  ['lib/modes', '../../demos/simplex/server.ts'],
  ['demos/simplex', '../half-duplex/server.ts'],
  ['demos/half-duplex', 'node:net'],
  ['demos/framing', 'node:net'],
  ['demos/framing/lessons', '../../simplex/server.ts'],
  ['demos/p2m', '../framing/reading.ts'],
  ['demos/udp', '../p2m/server.ts'],
  ['demos/udp', 'node:dgram'],
  ['demos/p2m', '../websocket/program.ts'],
  ['demos/websocket', '../p2p/server.ts'],
  ['demos/websocket', 'ws'],
  ['demos/websocket/page', 'node:fs'],
  ['demos/websocket/page', '../../p2m/room.ts'],
  ['lib/terminal', 'ws'],
  ['lib/framing', '../transport/index.ts'],
] as const;
const allowed = [
  ['lib/modes', '../connection/index.ts'],
  ['lib/transport', '../datagram/index.ts'],
  ['lib/terminal', '../scene/index.ts'],
  ['demos/simplex', '../../lib/modes/index.ts'],
  ['demos/framing/lessons', '../../../lib/framing/index.ts'],
  ['demos/websocket', '../p2m/program.ts'],
  ['lib/transport', '../framing/index.ts'],
] as const;
const cases = [...forbidden, ...allowed];
const fileOf = (index: number) => `${cases[index]?.[0]}/import-${index}.ts`;

describe('the house: arrows run one way', () => {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  let complaints = '';
  beforeAll(() => {
    cpSync('biome.json', join(house, 'biome.json'));
    cases.forEach(([, from], index) => {
      const file = join(house, fileOf(index));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { x } from '${from}';\n\nexport const y = x;\n`);
    });
    const args = [
      'lint',
      '--colors=off',
      '--vcs-enabled=false',
      '--max-diagnostics=none',
    ];
    // The script, and not .bin/biome, which Windows cannot start.
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    const start = [biome, ...args];
    complaints = spawnSync(process.execPath, start, {
      cwd: house,
      encoding: 'utf8',
    }).stderr;
  });
  afterAll(() => rmSync(house, { recursive: true }));
  const isForbidden = (index: number) =>
    complaints.includes(`${fileOf(index)}:1:19 lint/style/noRestrictedImports`);

  it.each(forbidden.map((pair, index) => [...pair, index] as const))(
    '%s must not import %s',
    (_room, _from, index) => expect(isForbidden(index)).toBe(true),
  );

  it.each(allowed.map((pair, index) => [...pair, forbidden.length + index] as const))(
    '%s may import %s',
    (_room, _from, index) => expect(isForbidden(index)).toBe(false),
  );
});

describe('the house: every shell', () => {
  it('has no script that only a POSIX shell can start', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    // cmd.exe knows no NAME=value in front of a command, no quotes of one stroke, no ; and no $NAME.
    const posix = /(^|&& )[A-Z_]+=|[';$`]/;
    expect(posix.test('RUNS=50 vitest run')).toBe(true);
    expect(Object.values<string>(scripts).filter(script => posix.test(script))).toEqual(
      [],
    );
  });
});

describe('the house: small files', () => {
  const files = ['lib', 'demos', 'docs', 'test']
    .flatMap(room =>
      readdirSync(room, { recursive: true }).map(file => `${room}/${file}`),
    )
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.ts'));
  const lengthOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

  it('has no file over 200 lines', () => {
    expect(files.filter(file => lengthOf(file) > 200)).toEqual([]);
  });

  it('has no file over 150 in the framing library, which is read whole', () => {
    const framing = files.filter(file => file.startsWith('lib/framing/'));
    expect(framing.length).toBeGreaterThan(0);
    expect(framing.filter(file => lengthOf(file) > 150)).toEqual([]);
  });

  it('has servers of 25 to 60 lines', () => {
    const servers = files.filter(file => /^demos\/[^/]+\/server\.ts$/.test(file));
    expect(servers.length).toBeGreaterThan(0);
    expect(servers.filter(file => lengthOf(file) < 25 || lengthOf(file) > 60)).toEqual(
      [],
    );
  });
});

describe('the house: a command loads what it needs', () => {
  /** A file and what it imports, and so on; but not types, nor what is imported later. */
  function loadedWith(file: string, all = new Set<string>()): Set<string> {
    if (all.has(file)) return all;
    all.add(file);
    const imports = /^(?:import|export)(?! type\b)[\w\s{},*]* from '(\.[^']+)'/gm;
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(imports))
      loadedWith(join(dirname(file), from).replaceAll('\\', '/'), all);
    return all;
  }
  const among = (file: string, rooms: RegExp) =>
    [...loadedWith(file)].filter(one => rooms.test(one));

  // How wide a letter is, a typed line must know.
  const player = /^lib\/(scene\/play|trace\/|view\/(?!width)|transport\/memory)/;
  const sockets = /^lib\/transport\/(tcp|udp|websocket)\.ts/;
  const datagrams = /^lib\/(transport\/udp|datagram\/session)/;

  it.each([
    ['lib/terminal/index.ts', player],
    ['lib/terminal/index.ts', sockets],
    ['lib/terminal/server.ts', player],
    ['lib/terminal/server.ts', datagrams],
    ['lib/terminal/client.ts', player],
    ['lib/terminal/client.ts', datagrams],
    ['lib/terminal/scenes.ts', datagrams],
    ['demos/tour.ts', /^lib\/(?!terminal\/|view\/width|connection\/clean\.ts)/],
  ])('%s does without %s', (file, rooms) => expect(among(file, rooms)).toEqual([]));

  it.each([
    ['lib/terminal/scenes.ts', player],
    ['lib/terminal/client.ts', sockets],
    ['lib/terminal/datagrams.ts', datagrams],
  ])('%s does not do without %s', (file, rooms) =>
    expect(among(file, rooms)).not.toEqual([]),
  );
});
