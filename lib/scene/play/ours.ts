import { type CodecFor, serverCodec } from '../../connection/codecs.ts';
import type { ConnectionOptions } from '../../connection/options.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Values } from '../../options/option.ts';
import type { Observe } from '../../trace/recorder.ts';
import { codecAt, type DoorName } from '../../transport/doors.ts';
import { faulty } from '../../transport/faults/faulty.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { fitting } from '../script/parse-faults.ts';
import type { Limits, Program } from '../world/program.ts';
import type { World } from '../world/world.ts';
import { Callers } from './callers.ts';
import { type Expected, hear } from './hearing.ts';
import { InFlight } from './in-flight.ts';
import type { Call, ObserverOf, Opposite, Screen, ServerInHand } from './opposite.ts';
import { Server } from './our-server.ts';
import { passTime, settle } from './settle.ts';

export interface OursOptions {
  readonly world: World;
  readonly program: Program;
  readonly framing: CodecFor;
  readonly flags: Values & Limits;
  /** A scene in which nothing moves for this time, in milliseconds, has failed. */
  readonly patience: number;
  readonly record: ObserverOf;
  readonly screen: Screen;
}

/** Our own server. Both ends of every link are here, so what is in flight can be counted. */
export class Ours implements Opposite, ServerInHand {
  readonly inHand = this;
  readonly #options: OursOptions;
  readonly #inFlight: InFlight;
  readonly #callers = new Callers();
  #server: Server | undefined;
  /** The faults of the next call, for both ends. */
  #faults: Faults = {};

  constructor(options: OursOptions) {
    this.#options = options;
    this.#inFlight = new InFlight(options.world.faults === 'stream');
  }

  get clock() {
    return this.#options.world.clock;
  }

  now(): number {
    return this.#options.world.now();
  }

  get address(): string {
    return this.#running.address;
  }

  sees(): boolean {
    return true;
  }

  /** The next line on its screen. */
  see(expected: Expected, who: string, fail: (problem: string) => never): void {
    hear({ unread: this.#running.screen }, expected, who, fail);
  }

  type(line: string): void {
    this.#running.type(line);
  }

  stop(): void {
    this.#running.stop();
  }

  /** The server that was started last. */
  get #running(): Server {
    if (this.#server) return this.#server;
    throw new Error('Cannot play: no server was started');
  }

  async start(): Promise<void> {
    await this.#server?.leave();
    this.#server = await Server.start({
      ...this.#options,
      connection: (door, node) => this.#serverEnd(door, node),
      observer: (end, link) => this.observer(end, link),
    });
    if (this.#options.program.together) await this.settled();
  }

  cutOff(node: string, is: boolean): void {
    this.#running.cutOff(node, is);
  }

  die(node: string): Promise<void> {
    return this.#running.die(node);
  }

  async connect(name: string, { as, door, faults, node }: Call): Promise<Wire> {
    const { world } = this.#options;
    this.#faults = fitting(faults, world.faults);
    const wire = await world.connect(door, { name: as, faults, node });
    this.#callers.named(name, wire.link);
    return this.#spoilt(wire);
  }

  observer(end: string, link: string): Observe {
    const record = this.#options.record(end, link);
    const count = this.#inFlight.observer(end, link);
    return observation => {
      record(observation);
      count(observation);
    };
  }

  stall(name: string, stalled: boolean): void {
    this.#inFlight.stall(name, stalled);
  }

  isCut(name: string): boolean {
    return this.#inFlight.isCut(name);
  }

  heldFor(name: string): number {
    return this.#callers.heldFor(name);
  }

  pass(ms: number): Promise<void> {
    return passTime(ms, this.#options.world, () => this.settled());
  }

  async settled(): Promise<void> {
    const { world, patience } = this.#options;
    await settle(world, this.#inFlight, patience);
    if (this.#running.failure) throw this.#running.failure;
  }

  restart(): Promise<void> {
    return this.start();
  }

  /** Need not wait: after `settled`, everything that will arrive has arrived. */
  async until(): Promise<undefined> {}

  async quiet(): Promise<void> {}

  async parted(): Promise<void> {}

  async leave(): Promise<void> {
    await this.#server?.leave();
  }

  #serverEnd(door: DoorName, node: string): (raw: Wire) => ConnectionOptions {
    const { program, framing, flags } = this.#options;
    const codec = serverCodec(codecAt(door, framing), flags.maxMessage);
    return raw => {
      const wire = this.#spoilt(raw);
      this.#callers.accepted(wire);
      return {
        wire,
        codec,
        clock: this.clock,
        role: 'callee',
        relays: program.relays,
        peer: () => this.#callers.at(wire),
        observe: this.observer(node || program.server, wire.link),
      };
    };
  }

  #spoilt(wire: Wire): Wire {
    const { faults, linkClock } = this.#options.world;
    return faults === 'stream' ? faulty(wire, this.#faults, linkClock, 'in') : wire;
  }
}
