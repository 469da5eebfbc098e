// Starts one of our programs, which are TypeScript: node run.js demos/run.ts p2m server --port 0
// Node 22.18 and newer strip the types themselves. For an older Node tsx does that.

import module from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { versions, features, argv } = process;
const [major, minor] = versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `This is Node ${versions.node}, which is too old. Install Node 20.19 or newer.\n`,
  );
  process.exit(1);
}
// This must come before our first import: only modules that are loaded afterwards are cached.
module.enableCompileCache?.();
if (!features.typescript) (await import('tsx/esm/api')).register();
// The program finds its arguments in the same place as without this file.
argv.splice(1, 2, resolve(argv[2] ?? 'demos/tour.ts'));
await import(pathToFileURL(argv[1]));
