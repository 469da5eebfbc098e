import type { CodecFor } from '../connection/codecs.ts';
import type { Values } from '../options/option.ts';
import type { Door } from './door.ts';
import { tcpDoor } from './tcp/door.ts';
import { udpDoor } from './udp/door.ts';
import { unixDoor } from './unix/door.ts';
import { websocketDoor } from './web/door.ts';

/** The ways into a server. A new one is an entry here, and what the entry stands for. */
export const doors = {
  tcp: tcpDoor,
  websocket: websocketDoor,
  udp: udpDoor,
  unix: unixDoor,
};

export type DoorName = keyof typeof doors;

export const doorWords = Object.keys(doors) as DoorName[];

/** By its name, as any door. */
export const doorCalled = (name: DoorName): Door => doors[name];

/** The doors that may take the place of this one. */
export const doorsInPlaceOf = ({ name }: Door): Door[] =>
  doorWords.map(doorCalled).filter(({ inPlaceOf }) => inPlaceOf === name);

/** That door, or the one in its place of which a flag is given. */
export const doorChosen = (door: Door, chosen: Values): Door =>
  doorsInPlaceOf(door).find(other =>
    Object.keys(other.client(0)).some(name => chosen[name] !== undefined),
  ) ?? door;

/** How messages are told apart at a door: by its own framing, or by the one that was chosen. */
export const codecAt = (name: DoorName, chosen: CodecFor): CodecFor =>
  doorCalled(name).codec ?? chosen;
