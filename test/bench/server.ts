import { type BrokerName, brokers, startBroker } from './broker.ts';
import { Child, type Name } from './child.ts';
import type { Measured } from './servers/measured.ts';

export type ServerName = Name | BrokerName;

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
  isBroker(name) ? startBroker(name) : Child.start(name, profile);

const isBroker = (name: ServerName): name is BrokerName =>
  brokers.some(broker => broker === name);
