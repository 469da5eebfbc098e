/** The request is wrong: on a command line this is exit code 2. */
export class UsageError extends Error {}
