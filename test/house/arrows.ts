import { dirname, posix } from 'node:path';

/**
 * Which folders may import which: the arrows of docs/design.md. A folder may always import itself.
 * `packages` are those of npm and of Node; a folder without the word may import none.
 */
export const arrows: Readonly<Record<string, Arrow>> = {
  'lib/framing': { folders: [], packages: ['node:buffer'] },
  // An entry of its own: the framings themselves run in browsers.
  'lib/framing/node': { folders: ['framing'], packages: ['node:stream'] },
  'lib/datagram': { folders: ['framing'] },
  'lib/trace': { folders: [] },
  'lib/options': { folders: [] },
  'lib/connection': { folders: ['framing', 'trace'] },
  'lib/modes': { folders: ['connection', 'trace'] },
  'lib/hub': { folders: ['framing', 'connection', 'modes', 'options', 'trace'] },
  'lib/cluster': { folders: ['connection', 'modes', 'hub', 'trace'] },
  // A room on NATS: the client of NATS has the sockets.
  'lib/nats': {
    folders: ['cluster'],
    packages: ['@nats-io/transport-node', '@nats-io/jetstream'],
  },
  'lib/view': { folders: ['trace'], packages: ['fast-string-truncated-width'] },
  'lib/transport': {
    folders: ['framing', 'datagram', 'connection', 'options'],
    packages: ['node:', 'ws'],
  },
  'lib/scene': {
    folders: ['options', 'framing', 'connection', 'trace', 'transport'],
  },
  'lib/check': {
    folders: ['connection', 'framing', 'trace', 'transport', 'scene'],
  },
  'lib/tap': { folders: ['framing', 'connection', 'trace', 'view'] },
  'lib/terminal': {
    folders: [
      'options',
      'framing',
      'connection',
      'trace',
      'modes',
      'view',
      'transport',
      'scene',
      'tap',
      'check',
    ],
    packages: ['node:', 'kleur'],
    without: ['node:net', 'node:dgram', 'node:http'],
  },
  'lib/watch': { folders: ['framing', 'connection', 'trace', 'transport'] },
  // A page runs in a browser, and knows the room by what the room says.
  'demos/websocket/page': { folders: ['connection', 'trace', 'modes', 'view', 'hub'] },
  'demos/websocket': demo('demos/p2m'),
  'demos/simplex': demo(),
  'demos/half-duplex': demo(),
  'demos/p2p': demo(),
  'demos/p2m': demo(),
  'demos/cluster': demo('demos/p2m', 'demos/websocket'),
  'demos/udp': demo(),
  'demos/framing': demo(),
  // What builds and serves the lab runs in Node.
  lab: {
    folders: ['lib', 'demos', 'lab/engine'],
    packages: ['node:', 'esbuild'],
    without: ['node:net', 'node:dgram', 'node:http'],
  },
  // The lab plays scenes in a browser: with nothing of Node, and without the page.
  'lab/engine': { folders: ['lib', 'demos'] },
  'lab/page': {
    folders: ['framing', 'trace', 'view', 'transport', 'lab/engine'],
    packages: ['@codemirror/', '@lezer/'],
  },
  // The naive programs and the right ones are as people write them, with sockets of Node's own.
  'demos/pitfalls': { folders: ['lib'], packages: ['node:', 'esbuild'] },
};

export interface Arrow {
  /** Folders of lib by their names, others by their paths. */
  readonly folders: readonly string[];
  /** By name; `node:` allows all of Node's but for those in `without`, and `@codemirror/` all of those. */
  readonly packages?: readonly string[];
  readonly without?: readonly string[];
}

/** Demos have sockets and consoles from lib alone, and no demo imports a demo. */
function demo(...others: string[]): Arrow {
  return {
    folders: ['lib', ...others],
    packages: ['node:', 'esbuild'],
    without: ['node:net', 'node:dgram', 'node:http'],
  };
}

/** The folder of the table in which a file is; the longest path counts. */
export const folderOf = (file: string): string | undefined =>
  Object.keys(arrows)
    .filter(folder => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];

/** What `file` imports from `from`: a file of the project, or the name of a package. */
export const imported = (file: string, from: string): string =>
  from.startsWith('.') ? posix.join(dirname(file), from) : from;

/** Whether the table allows `file` to import `from`. */
export function allows(file: string, from: string): boolean {
  const folder = folderOf(file);
  const arrow = folder && arrows[folder];
  if (!arrow) return true;
  if (!from.startsWith('.')) return allowsPackage(arrow, from);
  const target = imported(file, from);
  const ownFolder = folderOf(target) === folder;
  return ownFolder || arrow.folders.some(one => target.startsWith(`${pathOf(one)}/`));
}

const pathOf = (name: string) => (/^(lib|demos)$|\//.test(name) ? name : `lib/${name}`);

const allowsPackage = ({ packages = [], without = [] }: Arrow, name: string) =>
  !without.includes(name) &&
  packages.some(one => (/[:/]$/.test(one) ? name.startsWith(one) : name === one));
