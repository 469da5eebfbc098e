import { readFileSync } from 'node:fs';
import { type Folder, folderNames } from '../../test/mutants/folders.ts';
import { type Count, type Summary, summaryFile } from '../../test/mutants/summary.ts';

const head = [
  '| folder | mutants | noticed | survived | run by no test of it | score | of those that are run |',
  '|---|---|---|---|---|---|---|',
];

/** The table of the mutants that were tried, from the numbers that `npm run mutants` wrote. */
export function mutantTable(
  summary: Summary = JSON.parse(readFileSync(summaryFile, 'utf8')),
): string {
  const rows = folderNames.map(name => rowOf(name, summary[name]));
  return [...head, ...rows].join('\n');
}

function rowOf(name: Folder, count: Count | undefined): string {
  if (count === undefined) return `| lib/${name} | not tried yet | | | | | |`;
  const { noticed, survived, untested } = count;
  const run = noticed + survived;
  const all = run + untested;
  const cells = [
    all,
    noticed,
    survived,
    untested,
    share(noticed, all),
    share(noticed, run),
  ];
  return `| lib/${name} | ${cells.join(' | ')} |`;
}

const share = (part: number, whole: number): string =>
  `${((100 * part) / whole).toFixed(1)} %`;
