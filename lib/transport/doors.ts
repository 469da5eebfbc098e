import type { CodecFor } from '../connection/codecs.ts';
import type { Values } from '../options/option.ts';
import type { Door } from './door.ts';
import { tcpDoor } from './tcp/door.ts';
import { udpDoor } from './udp/door.ts';
import { unixDoor } from './unix/door.ts';
import { websocketDoor } from './web/door.ts';

/** The ways into a server. A new one needs an entry here, and the folder that the entry imports. */
export const doors = {
  tcp: tcpDoor,
  websocket: websocketDoor,
  udp: udpDoor,
  unix: unixDoor,
};

export type DoorName = keyof typeof doors;

export const doorWords = Object.keys(doors) as DoorName[];

/** Returns the door of that name, as the common type of all doors. */
export const doorCalled = (name: DoorName): Door => doors[name];

/** The doors that may take the place of this one. */
export const doorsInPlaceOf = ({ name }: Door): Door[] =>
  doorWords.map(doorCalled).filter(({ inPlaceOf }) => inPlaceOf === name);

/** Returns that door, or the door that replaces it because one of its flags is given. */
export const doorChosen = (door: Door, chosen: Values): Door =>
  doorsInPlaceOf(door).find(other =>
    Object.keys(other.client(0)).some(name => chosen[name] !== undefined),
  ) ?? door;

/** Returns the framing of a door: its own, or the chosen one if it has none. */
export const codecAt = (name: DoorName, chosen: CodecFor): CodecFor =>
  doorCalled(name).codec ?? chosen;
