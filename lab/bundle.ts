import { build, type Plugin } from 'esbuild';
import type { Catalogue } from './engine/catalogue.ts';

export interface BundleOptions {
  /** The catalogue that it has built in. */
  readonly catalogue?: Catalogue;
  /** What stands for a name in the code. */
  readonly define?: Readonly<Record<string, string>>;
  readonly format: 'esm' | 'iife';
}

/** A file for a browser, and the files that it was made of. */
export interface Bundled {
  readonly text: string;
  readonly madeOf: readonly string[];
}

/** Makes one file of a module, or a style, and everything that it imports, without types. */
export async function bundle(file: string, options: BundleOptions): Promise<Bundled> {
  const { catalogue = [], define = {}, format } = options;
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'browser',
    format,
    define,
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [inMemoryOnly, withCatalogue(catalogue)],
  });
  return { text: outputFiles[0]?.text ?? '', madeOf: Object.keys(metafile.inputs) };
}

/**
 * What a scene in memory never loads, and a browser cannot: sockets, secrets, the room's page, and
 * the programs of the pitfalls. All of it is imported late, so a program without it is whole.
 */
const neverLoaded =
  /\/(?:tcp\/tcp|udp\/udp|udp\/secrets|unix\/unix|nats\/[a-z-]+|web\/websocket|(?:websocket|cluster)\/web|(?:framing|pitfalls)\/demo)\.ts$/;

const inMemoryOnly: Plugin = {
  name: 'in memory only',
  setup({ onLoad }) {
    onLoad({ filter: neverLoaded }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`no ${path.split('/').at(-1)} in a browser`)});`,
    }));
  },
};

/** A browser reads no files. */
const withCatalogue = (catalogue: Catalogue): Plugin => ({
  name: 'with the catalogue',
  setup({ onLoad }) {
    onLoad({ filter: /\/lab\/engine\/built-in\.ts$/ }, () => ({
      contents: `export const builtIn = JSON.parse(${JSON.stringify(JSON.stringify(catalogue))});`,
    }));
  },
});
