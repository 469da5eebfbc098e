/** What was asked for was right, and yet it failed: exit code 1. */
export class RunError extends Error {}

/** Says why a file cannot be read. `code`: the system's. */
export const cannotRead = (file: string, code: string): string =>
  code === 'EISDIR'
    ? `cannot read ${file}: it is a folder, not a file`
    : `cannot read ${file} (${code})`;
