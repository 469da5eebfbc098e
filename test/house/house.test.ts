import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

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
  const files = ['lib', 'demos', 'lab', 'docs', 'test']
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
  const player = /^lib\/(scene\/play|trace\/|view\/(?!text\/width)|transport\/memory)/;
  const sockets = /^lib\/transport\/(tcp\/tcp|udp\/udp|unix\/unix|web\/websocket)\.ts/;
  // What a door is called and how it is told where to be, is known without it.
  const datagrams = /^lib\/(transport\/udp\/(?!door|options)|datagram\/session)/;
  const aRun =
    /^lib\/(scene\/(play\/(?!hearing)|world\/world)|connection\/connection|transport\/memory|view\/(?!text\/width))/;
  const aDemo = /^demos\/[^/]+\//;

  it.each([
    ['lib/terminal/main.ts', player],
    ['lib/terminal/main.ts', sockets],
    ['lib/terminal/main.ts', datagrams],
    ['demos/run.ts', aDemo],
    ['lib/terminal/programs/run-server.ts', player],
    ['lib/terminal/programs/run-server.ts', sockets],
    ['lib/terminal/programs/run-server.ts', datagrams],
    ['lib/terminal/programs/run-client.ts', player],
    ['lib/terminal/programs/run-client.ts', sockets],
    ['lib/terminal/programs/run-client.ts', datagrams],
    ['lib/terminal/play/scenes.ts', datagrams],
    ['lib/terminal/play/list-scenes.ts', aRun],
    ['lib/terminal/play/list-scenes.ts', sockets],
    ['demos/tour.ts', /^lib\/(?!terminal\/|view\/text\/width|connection\/clean\.ts)/],
  ])('%s does without %s', (file, rooms) => expect(among(file, rooms)).toEqual([]));

  it.each([
    ['lib/terminal/play/scenes.ts', player],
    ['lib/terminal/play/scenes.ts', aRun],
    ['lib/terminal/play/lessons.ts', sockets],
    ['lib/transport/udp/datagram-network.ts', datagrams],
    ['demos/simplex/demo.ts', aDemo],
  ])('%s does not do without %s', (file, rooms) =>
    expect(among(file, rooms)).not.toEqual([]),
  );
});
