import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allows, arrows, folderOf } from './arrows.ts';

const forbidden = [
  ['lib/framing', '../trace/event.ts'],
  ['lib/framing', '../transport/tcp.ts'],
  ['lib/framing', 'node:stream'],
  ['lib/framing', './node/index.ts'],
  ['lib/trace', '../view/ladder.ts'],
  ['lib/connection', '../modes/words.ts'],
  ['lib/modes', '../transport/tcp.ts'],
  ['lib/view', '../scene/play.ts'],
  ['lib/view', 'kleur'],
  ['lib/hub', '../datagram/session.ts'],
  ['lib/hub', '../cluster/room-over-log.ts'],
  ['lib/cluster', 'node:net'],
  ['lib/cluster', '../nats/jet-stream-log.ts'],
  ['lib/nats', 'node:net'],
  ['lib/terminal', '@nats-io/transport-node'],
  ['lib/cluster', '../transport/tcp.ts'],
  ['lib/datagram', '../connection/connection.ts'],
  ['lib/datagram', 'node:dgram'],
  ['lib/scene', '../terminal/main.ts'],
  ['lib/scene', 'node:net'],
  ['lib/terminal', 'node:net'],
  ['lib/terminal', 'ws'],
  ['lib/modes', '../../demos/simplex/server.ts'],
  ['demos/simplex', '../half-duplex/server.ts'],
  ['demos/half-duplex', 'node:net'],
  ['demos/framing', 'node:net'],
  ['demos/framing/lessons', '../../simplex/server.ts'],
  ['demos/p2m', '../framing/reading.ts'],
  ['demos/p2m', '../websocket/ledger.ts'],
  ['demos/udp', '../p2m/server.ts'],
  ['demos/udp', 'node:dgram'],
  ['demos/websocket', '../p2p/server.ts'],
  ['demos/websocket', 'ws'],
  ['demos/websocket/page', 'node:fs'],
  ['demos/websocket/page', '../../p2m/room.ts'],
  ['lab', 'node:http'],
  ['lab/engine', 'node:fs'],
  ['lab/engine', '../page/main.ts'],
  ['lab/page', 'node:fs'],
  ['lab/page', '../../demos/p2m/room.ts'],
] as const;

const allowed = [
  ['lib/framing/node', 'node:stream'],
  ['lib/modes', '../connection/connection.ts'],
  ['lib/transport', '../datagram/session.ts'],
  ['lib/transport', '../framing/index.ts'],
  ['lib/terminal', '../scene/play.ts'],
  ['demos/simplex', '../../lib/modes/words.ts'],
  ['demos/framing/lessons', '../../../lib/framing/index.ts'],
  ['demos/websocket', '../p2m/room.ts'],
  ['demos/cluster', '../p2m/client.ts'],
] as const;

const importsOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^;]*? from '([^']+)'/gm,
    ),
  ]
    .map(([, from = '']) => from)
    .concat(
      [...readFileSync(file, 'utf8').matchAll(/\bimport\('([^']+)'\)/g)].map(
        ([, from = '']) => from,
      ),
    );

describe('the house: arrows run one way', () => {
  const files = ['lib', 'demos', 'lab']
    .flatMap(room =>
      readdirSync(room, { recursive: true }).map(file => `${room}/${file}`),
    )
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.ts'));

  it.each(Object.keys(arrows))('%s imports what the table allows', folder => {
    const own = files.filter(file => folderOf(file) === folder);
    expect(own).not.toEqual([]);
    const wrong = own.flatMap(file =>
      importsOf(file)
        .filter(from => !allows(file, from))
        .map(from => `${file} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows every folder of lib, and every demo', () => {
    const loose = files.filter(file => folderOf(file) === undefined);
    expect(loose.filter(file => !/^demos\/[^/]+\.ts$/.test(file))).toEqual([]);
  });

  it('finds imports of values, of types, over several lines, and later ones', () => {
    const found = importsOf('lib/transport/web/websocket.ts');
    expect(found.filter(from => from.startsWith('.'))).not.toEqual([]);
    expect(importsOf('lib/terminal/programs/run-client.ts').length).toBeGreaterThan(5);
  });

  it.each(forbidden)('%s must not import %s', (folder, from) =>
    expect(allows(`${folder}/one.ts`, from)).toBe(false),
  );

  it.each(allowed)('%s may import %s', (folder, from) =>
    expect(allows(`${folder}/one.ts`, from)).toBe(true),
  );
});
