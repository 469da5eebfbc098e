// `npm run package` prints the licence of every package that comes with ours, or whose code is in the
// built lab, and fails for one that is not expected.

import { readFileSync } from 'node:fs';

const welcome = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
];

interface Lock {
  readonly packages: Readonly<
    Record<string, { version?: string; license?: string; dev?: boolean }>
  >;
}

const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** The packages in the lab's script: their licences stand beside it, each after its name. */
const inLab = new Set(
  [
    ...readFileSync('dist/lab/site/licences.txt', 'utf8').matchAll(
      /^(\S+) \d+\.\d\S*$/gm,
    ),
  ].map(([, name]) => `node_modules/${name}`),
);

for (const [place, { version, license = 'none', dev }] of Object.entries(packages)) {
  if (place === '' || (dev && !inLab.has(place))) continue;
  process.stdout.write(
    `${place.replace('node_modules/', '')} ${version}: ${license}\n`,
  );
  if (!welcome.includes(license)) process.exitCode = 1;
}
