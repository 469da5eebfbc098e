export { Announcer } from './announcer.ts';
export { Hub, type HubOptions, type Member } from './hub.ts';
export { Lobby } from './lobby.ts';
export { Names } from './names.ts';
export { roll } from './roll.ts';
