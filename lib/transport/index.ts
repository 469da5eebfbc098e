export { faulty } from './faulty.ts';
export type { Faults } from './lane.ts';
export { memoryLink, memoryListener } from './memory.ts';
export { connect, type Listener, type ListenOptions, listen } from './tcp.ts';
