/** What sets this to start a program by the name of the package: see demos/bin.ts. */
export const asPackage = 'DUPLEX_MODES_PACKAGE';

export const isPackage = (): boolean => process.env[asPackage] !== undefined;

/**
 * Returns what a person types to start one of our programs: `npm run demo:p2m -- server` in a clone,
 * `npx duplex-modes p2m server` where the package is installed. `program`: a script of package.json.
 */
export function toStart(program: string, ...words: string[]): string {
  const start = isPackage() ? byName(program) : byScript(program, words);
  return [start, ...words].join(' ');
}

const byName = (program: string): string =>
  `npx duplex-modes ${program.replace(/^demo:/, '')}`;

/** npm takes for itself what does not come after `--`. */
const byScript = (program: string, words: readonly string[]): string =>
  `npm run ${program}${words.length > 0 ? ' --' : ''}`;
