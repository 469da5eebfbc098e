export { Accepting, type AcceptOptions } from './accept.ts';
export { late, missing } from './arrivals.ts';
export { clean } from './clean.ts';
export { type Clock, realClock } from './clock.ts';
export { Connection, type ConnectionOptions } from './connection.ts';
export {
  anything,
  type Discipline,
  type Ending,
  type Judgement,
  reasonOf,
} from './discipline.ts';
export { Queue } from './queue.ts';
export { VirtualClock } from './virtual-clock.ts';
export type { Arrival, Wire, WireEvents } from './wire.ts';
