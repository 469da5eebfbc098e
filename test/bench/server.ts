import { Child, type Name } from './child.ts';
import { type PeerName, peers, startPeer } from './peers.ts';
import type { Measured } from './servers/measured.ts';

export type ServerName = Name | PeerName;

/** A server in a process of its own, which can be asked what it has used. */
export interface Server {
  readonly name: ServerName;
  readonly port: number;
  ask(question: 'work' | 'memory'): Promise<Measured>;
  stop(): Promise<void>;
}

/** `undefined`: it is not installed. */
export const startServer = (
  name: ServerName,
  profile?: string,
): Promise<Server | undefined> =>
  isPeer(name) ? startPeer(name) : Child.start(name, profile);

const isPeer = (name: ServerName): name is PeerName =>
  peers.some(peer => peer === name);
