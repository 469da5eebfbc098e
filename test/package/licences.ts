// `npm run package` prints the licence of every package that comes with ours, and fails for one
// that is not expected.

import { readFileSync } from 'node:fs';

const welcome = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

interface Lock {
  readonly packages: Readonly<
    Record<string, { version?: string; license?: string; dev?: boolean }>
  >;
}

const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

for (const [place, { version, license = 'none', dev }] of Object.entries(packages)) {
  if (place === '' || dev) continue;
  process.stdout.write(
    `${place.replace('node_modules/', '')} ${version}: ${license}\n`,
  );
  if (!welcome.includes(license)) process.exitCode = 1;
}
