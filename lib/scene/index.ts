// `duplex-modes/scene`: what others borrow. We import from the files themselves.

export { type Played, type PlayOptions, play, type Spectator } from './play/play.ts';
export { parseScene } from './script/parse.ts';
export { type Scene, SceneError, type Step } from './script/scene.ts';
export type { Program } from './world/program.ts';
export { memoryWorld, realWorld, type World } from './world/world.ts';
