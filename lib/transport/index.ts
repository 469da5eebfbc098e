export { NoAnswer, Refused } from './answer.ts';
export { connectBy } from './datagram-connect.ts';
export { listenOn } from './datagram-listener.ts';
export { type Faults, misfit } from './faults.ts';
export { faulty } from './faulty.ts';
export { join } from './join.ts';
export { loopback } from './loopback.ts';
export { lossy } from './lossy.ts';
export { memoryLink, memoryListener } from './memory.ts';
export { MemoryNetwork } from './memory-port.ts';
export { seeded } from './pace.ts';
export type { Port } from './port.ts';
export { newSign } from './secrets.ts';
export type { Page, Site } from './site.ts';
export { connect, type Listener, type ListenOptions, listen } from './tcp.ts';

export { addressesOf, udpPort, udpPortTo } from './udp.ts';
export { connectWeb, listenWeb } from './web.ts';
export type { Arrived, WebListener, WebOptions } from './websocket.ts';

export { wholeClose } from './whole-close.ts';
