export { castOf } from './cast.ts';
export { memoryDatagramWorld, udpWorld } from './datagram-worlds.ts';
export { type Door, framingAt } from './doors.ts';
export { parseFaults } from './faults.ts';
export {
  burstOf,
  byDatagram,
  clientLimit,
  type Framing,
  heartbeatOf,
  hubOptions,
  perHostOf,
  readFlags,
  relayedLimit,
  serverCodec,
  serverLimit,
} from './flags.ts';
export { parseScene } from './parse.ts';
export { type Played, type PlayOptions, play, type Spectator } from './play.ts';
export type { Program, Stage } from './program.ts';
export { type Scene, SceneError, type Step } from './scene.ts';
export type { World } from './world.ts';
export { memoryWorld, tcpWorld } from './worlds.ts';
