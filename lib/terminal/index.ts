export { readArguments } from './arguments.ts';
export {
  type Course,
  type Finding,
  type Lesson,
  type Link,
  type Stage,
  verdictOf,
} from './course.ts';
export type { Demo, Terminal, Web } from './demo.ts';
export { UsageError } from './failure.ts';
export { introduceMyself } from './introduction.ts';
export { main, teach } from './main.ts';
export { faultOptions, hubOptions } from './option.ts';
export { complain, leaveWhenNobodyReads, print, strong } from './output.ts';
