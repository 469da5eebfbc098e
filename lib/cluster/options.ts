import type { LobbyOptions } from '../hub/lobby.ts';
import type { RoomOptions } from '../hub/room.ts';
import type { Log } from './log.ts';
import type { OpenRecord } from './node-record.ts';

export type RoomOverLogOptions = RoomOptions &
  Pick<LobbyOptions, 'presence'> & {
    readonly log: Log;
    /** Shows a line on the node's own terminal. */
    readonly screen?: (line: string) => void;
    /** Keeps a record of what this node and the log tell each other. */
    readonly record?: OpenRecord;
    /** Returns a name that no node has had before. */
    readonly draw: () => string;
    /** How often this node says that it is alive, in milliseconds. */
    readonly heartbeat: number;
    /** How much may wait while this node is cut off from the log, in bytes. */
    readonly buffer: number;
  };
