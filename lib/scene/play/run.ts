import type { ConnectionOptions } from '../../connection/options.ts';
import type { Wire } from '../../connection/wire.ts';
import type { TraceEvent } from '../../trace/event.ts';
import { type Observe, Recorder } from '../../trace/recorder.ts';
import { faulty } from '../../transport/faults/faulty.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { fitting } from '../script/parse-faults.ts';
import { nextTask } from '../script/time.ts';
import { type Door, framingAt } from '../world/doors.ts';
import { clientLimit, serverCodec, serverLimit } from '../world/flags.ts';
import { Actor } from './actor.ts';
import { Callers } from './callers.ts';
import { Flood } from './flood.ts';
import { InFlight } from './in-flight.ts';
import { Server } from './our-server.ts';
import { QueueMeter } from './queue-meter.ts';
import type { RunOptions } from './run-options.ts';

/** A flood's messages, in bytes: large, because a kernel takes some megabytes before anybody waits. */
const largest = 4_096;

/** The server of a scene, its actors, and the record that they all write. */
export class Run {
  readonly recorder: Recorder;
  readonly actors = new Map<string, Actor>();
  readonly options: RunOptions;
  readonly #inFlight: InFlight;
  readonly #flood: Flood;
  readonly #callers = new Callers();
  #remark: string | undefined;
  #server: Server | undefined;
  #faults: Faults;

  constructor(options: RunOptions) {
    const { world, chunks } = options;
    this.options = options;
    this.#faults = options.link;
    this.#inFlight = new InFlight(world.datagrams === undefined);
    this.#flood = new Flood(Math.min(serverLimit(options.flags), largest));
    this.recorder = new Recorder({ now: () => world.now(), chunks });
  }

  /** The one that was started last. */
  get server(): Server {
    if (this.#server === undefined)
      throw new Error('Cannot play: no server was started');
    return this.#server;
  }

  async start(): Promise<void> {
    await this.#server?.leave();
    const connection = (door: Door) => this.#serverEnd(door);
    this.#server = await Server.start({ ...this.options, connection });
  }

  /** `as`: what it says its name is, where the mode asks for one. */
  async connect(name: string, as: string, faults: Faults, door: Door): Promise<void> {
    const { world, program, framing } = this.options;
    const { server, doors = ['tcp'] } = program;
    if (name === server)
      throw new Error(`expected somebody to connect to the ${server}`);
    if (!doors.includes(door))
      throw new Error(
        `expected a door that the ${server} has (${doors.join(', ')}), found "${door}"`,
      );
    this.#faults = fitting({ ...this.options.link, ...faults }, world);
    const raw = await world.connect(door, { name: as, faults: this.#faults });
    this.#callers.named(name, raw.link);
    const wire = this.#spoil(raw);
    const actor = new Actor({
      wire,
      codec: framingAt(door, framing)(clientLimit),
      clock: world.clock,
      observe: this.#observer(name, wire.link),
      said: line => program.said(line),
      heard: line => program.heard(line),
      asksName: program.asksName,
    });
    this.actors.set(name, actor);
    await this.settle();
    if (program.asksName === undefined || as === '') return;
    actor.say(as);
    await this.settle();
  }

  stall(actor: Actor, name: string, stalled: boolean): void {
    actor.stall(stalled);
    this.#inFlight.stall(name, stalled);
  }

  /** Says as many messages as it takes, each when the one before has arrived. */
  async flood(actor: Actor, name: string, victim: string): Promise<void> {
    const meter = new QueueMeter(victim);
    let count = 0;
    for (const text of this.#flood.messages()) {
      if (!actor.say(text)) break;
      count++;
      await this.settle();
      if (this.#inFlight.isCut(victim)) break;
      meter.note(this.#callers.heldFor(victim), count);
    }
    this.#remark = meter.told(count);
    if (!this.#inFlight.isCut(victim))
      throw new Error(
        `expected ${victim} to be cut, ${count} messages of ${name}'s were not enough`,
      );
  }

  /** What there is to say about the last step that no event shows. Said once. */
  remark(): string | undefined {
    const remark = this.#remark;
    this.#remark = undefined;
    return remark;
  }

  /** Time passes, one deadline after the other: what each sets off is over before the next. */
  async pass(ms: number): Promise<void> {
    const { clock } = this.options.world;
    const until = clock.now() + ms;
    while (clock.next !== undefined && clock.next <= until) {
      clock.step();
      await this.settle();
    }
    clock.moveTo(until);
  }

  /** Waits until nothing is under way, and everyone has done what they do about what came. */
  async settle(): Promise<void> {
    const { clock, datagrams } = this.options.world;
    const until = clock.now() + this.options.patience;
    for (let seen = -1; seen !== this.#inFlight.version || this.#inFlight.underWay; ) {
      if (seen === this.#inFlight.version) await this.#nudge(until);
      seen = this.#inFlight.version;
      await (datagrams?.quiet() ?? nextTask());
    }
    if (this.server.failure) throw this.server.failure;
  }

  /** What has happened since it was last asked, numbered; of a flood no more than there is to see. */
  happened(): TraceEvent[] {
    return this.#flood.seen(this.recorder.flush());
  }

  /** Whoever is still there goes, and the server with them. Nothing of that is in the record. */
  async close(): Promise<void> {
    for (const actor of this.actors.values()) actor.connection.destroy();
    await this.#server?.leave();
  }

  /** Nothing moves by itself: a delay may have to pass. If that is not it, the scene has failed. */
  async #nudge(until: number): Promise<void> {
    const { world, patience } = this.options;
    const { clock } = world;
    if (clock !== world.linkClock) {
      if (await this.#inFlight.change(patience)) return;
    } else if (clock.next !== undefined && clock.next <= until) return clock.step();
    throw new Error(`nothing moves any more: ${this.#inFlight.underWay}`);
  }

  #serverEnd(door: Door): (raw: Wire) => ConnectionOptions {
    const { world, program, framing, flags } = this.options;
    const codec = serverCodec(framingAt(door, framing), flags);
    return raw => {
      const wire = this.#spoil(raw);
      this.#callers.accepted(wire);
      return {
        wire,
        codec,
        clock: world.clock,
        role: 'callee',
        relays: program.relays,
        peer: () => this.#callers.at(wire),
        observe: this.#observer(program.server, wire.link),
      };
    };
  }

  #spoil(wire: Wire): Wire {
    const { datagrams, linkClock } = this.options.world;
    return datagrams ? wire : faulty(wire, this.#faults, linkClock, 'in');
  }

  #observer(end: string, link: string): Observe {
    const record = this.recorder.observer(end, link);
    const count = this.#inFlight.observer(end, link);
    return observation => {
      record(observation);
      count(observation);
    };
  }
}
