export type { Demo, Terminal } from './demo.ts';
export { introduceMyself } from './introduction.ts';
export { main } from './main.ts';
export { hubOptions } from './option.ts';
export { complain, leaveWhenNobodyReads, print, strong } from './output.ts';
