/** The command line is wrong: exit code 2. */
export class UsageError extends Error {}

/** It was right, and yet it failed: exit code 1. */
export class RunError extends Error {}
