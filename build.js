// Makes the package: JavaScript with declarations in dist, and everything else that the programs read beside it.

import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const tsc = join(dirname(resolve('typescript/package.json')), 'bin/tsc');

rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
// The package has the lab as it is built: esbuild does not come with it.
execFileSync(process.execPath, ['run.js', 'lab/write.ts', 'dist/lab/site'], {
  stdio: 'inherit',
});
// A pitfall shows the text of its programs.
const isShown = file => /pitfalls.+(naive|right)\.ts$/.test(file);
const isRead = file =>
  isShown(file) || (extname(file) !== '.ts' && !file.endsWith('tsconfig.json'));
for (const folder of ['lib', 'demos'])
  cpSync(folder, join('dist', folder), { recursive: true, filter: isRead });
const { pageScript } = await import('./dist/demos/websocket/page-script.js');
writeFileSync(
  'dist/demos/websocket/page/page.js',
  await pageScript('demos/websocket/page/main.ts'),
);
