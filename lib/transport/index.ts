export type { Faults } from './faults.ts';
export { faulty } from './faulty.ts';
export { join } from './join.ts';
export { loopback } from './loopback.ts';
export { memoryLink, memoryListener } from './memory.ts';
export { seeded } from './pace.ts';
export type { Page, Site } from './site.ts';
export { connect, type Listener, type ListenOptions, listen } from './tcp.ts';
export {
  type Arrived,
  connectWeb,
  listenWeb,
  type WebListener,
  type WebOptions,
} from './websocket.ts';
export { wholeClose } from './whole-close.ts';
