// `npm run mutants`: changes the code of some folders in many small ways, and counts the changes that no
// test of the folder notices. `npm run mutants -- modes hub`: only these folders. It takes hours.

import { readFileSync, writeFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { chosenBy, type Folder, folderNames } from './folders.ts';
import { type Summary, summaryFile } from './summary.ts';

const asked = process.argv.slice(2);
const strange = asked.find(word => !folderNames.includes(word as Folder));
if (strange !== undefined) {
  process.stderr.write(
    `mutants: no folder "${strange}": there are ${folderNames.join(', ')}\n`,
  );
  process.exit(2);
}

for (const folder of folderNames)
  if (asked.length === 0 || asked.includes(folder)) await tryMutants(folder);

/** Tries the mutants of one folder, and keeps how many were noticed. */
async function tryMutants(folder: Folder): Promise<void> {
  process.env[chosenBy] = folder;
  const results = await new Stryker({
    mutate: [`lib/${folder}/**/*.ts`],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutants/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    // What runs once, when a file is loaded, would need a new process for each mutant.
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 20_000,
    // TypeScript 7 has no API for Stryker to read the configuration with.
    tsconfigFile: 'none.json',
    ignorePatterns: ['dist', 'dist-lab', '.built', '.nodes', 'docs/assets'],
    tempDirName: '.mutants',
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { logTests: false },
    jsonReporter: { fileName: `coverage/mutants/${folder}.json` },
  }).runMutationTest();
  const count = (...all: string[]) =>
    results.filter(({ status }) => all.includes(status)).length;
  const summary: Summary = JSON.parse(readFileSync(summaryFile, 'utf8'));
  summary[folder] = {
    noticed: count('Killed', 'Timeout'),
    survived: count('Survived'),
    untested: count('NoCoverage'),
    left: count('Ignored'),
  };
  writeFileSync(summaryFile, `${JSON.stringify(summary, undefined, 2)}\n`);
}
