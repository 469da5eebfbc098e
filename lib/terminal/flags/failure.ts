/** The command line was right, but running it failed: exit code 1. */
export class RunError extends Error {}

/** Returns why a file cannot be read. `code`: the system's error code. */
export const cannotRead = (file: string, code: string): string =>
  code === 'EISDIR'
    ? `cannot read ${file}: it is a folder, not a file`
    : `cannot read ${file} (${code})`;
