/** What was asked for is wrong: on a command line this is exit code 2. */
export class UsageError extends Error {}
