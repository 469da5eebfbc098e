export { readArguments } from './arguments.ts';
export type { Demo, Terminal } from './demo.ts';
export { UsageError } from './failure.ts';
export { introduceMyself } from './introduction.ts';
export { faultsOf } from './link.ts';
export { main } from './main.ts';
export { faultOptions, hubOptions } from './option.ts';
export { complain, leaveWhenNobodyReads, print, strong } from './output.ts';
