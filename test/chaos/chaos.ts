import { Acceptor } from '../../lib/connection/acceptor.ts';
import { realClock } from '../../lib/connection/clock.ts';
import { serverCodec } from '../../lib/connection/codecs.ts';
import { lines, text } from '../../lib/framing/index.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { listen } from '../../lib/transport/tcp/tcp.ts';
import { told } from '../told.ts';
import { FairClock } from './fair-clock.ts';
import { mannerNames, visit } from './guests.ts';
import { Person, pause } from './person.ts';
import { Random } from './random.ts';
import { memory } from './rest.ts';
import { Witness } from './witness.ts';

export interface ChaosOptions {
  readonly program: Program;
  readonly seed: number;
  /** How many guests come, or for how long they do. */
  readonly guests?: number;
  readonly seconds?: number;
  /** How long a guest may not read, in milliseconds. */
  readonly stall?: number;
}

export interface Chaos {
  /** What must not have been; empty: all went well. */
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** What the room, with all who are in it, may take while they are in it, in megabytes. */
const growth = 40;

/** How many guests are there at a time. */
const crowd = 16;
const words = ['--name-time=1', '--queue=65536'];

/** Guests of every kind come and go over real TCP, and two witnesses talk throughout. */
export async function chaos(options: ChaosOptions): Promise<Chaos> {
  const { guests = Number.POSITIVE_INFINITY, seconds = 600, stall = 1_000 } = options;
  const server = await start(options.program);
  const clock = new FairClock();
  const witnesses = await meet(server.port, clock);
  const grumbling = setInterval(() => {
    for (const witness of witnesses) witness.grumble();
  }, 50);
  const measured = memory();
  let most = measured;
  const measuring = setInterval(() => {
    most = Math.max(most, memory());
    if (most - measured > growth) faults.push(`the room grew by ${growth} MB`);
  }, 500);
  const until = performance.now() + seconds * 1_000;
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  const allFaults = () => [...witnesses.flatMap(one => one.faults), ...faults];
  let left = guests;

  let busy = true;
  let stopped = false;
  const seats = Array.from({ length: crowd }, (_, seat) => takeSeat(seat));
  void Promise.all(seats).then(() => {
    busy = false;
  });
  await untilTrue(() => !busy || allFaults().length > 0);
  await lastWords(witnesses);
  clearInterval(grumbling);
  clearInterval(measuring);
  clock.stop();
  counts.words = witnesses.reduce((sum, one) => sum + one.heard, 0);
  counts['longest wait (ms)'] = Math.ceil(
    Math.max(...witnesses.map(one => one.longest)),
  );
  counts['most growth (MB)'] = Math.ceil(most - measured);
  const found = allFaults();
  stopped = true;
  await server.stop(found.length > 0);
  return { faults: found, counts };

  /** One guest after the other, each with the name of the one before. */
  async function takeSeat(seat: number): Promise<void> {
    const random = new Random(options.seed * 1_000 + seat);
    const taken = { times: 0 };
    const others = [
      'ada',
      'ben',
      ...Array.from({ length: crowd }, (_, other) => `g${other}`),
    ];
    const count = (what: string) => {
      counts[what] = (counts[what] ?? 0) + 1;
    };
    while (left-- > 0 && performance.now() < until && allFaults().length === 0) {
      const guest = {
        port: server.port,
        random,
        name: `g${seat}`,
        others,
        stall,
        clock,
        taken,
        count,
      };
      const fault = await visit(guest, random.of(mannerNames)).catch(String);
      // A caller is refused while the server is dropped after a fault.
      if (fault !== undefined && !stopped) faults.push(fault);
    }
  }
}

async function start(program: Program) {
  const flags = told(program, ...words);
  const listener = await listen();
  const codec = serverCodec(
    maxPayload => text(lines({ maxPayload })),
    flags.maxMessage,
  );
  const acceptor = new Acceptor({ limit: 500 }).at(listener.wires, wire => ({
    wire,
    codec,
    clock: realClock,
    role: 'callee',
  }));
  const stage = { screen() {}, keyboard: [] as never, clock: realClock, flags };
  const serving = program.serve(acceptor, stage);
  return {
    port: Number(listener.address.split(':').at(-1)),
    /** After a fault nobody can be relied on to go by themselves. */
    async stop(atOnce: boolean) {
      if (atOnce) acceptor.drop();
      await Promise.all([listener.close(), acceptor.stop(program.goodbye), serving]);
    },
  };
}

/** Two who are in, paired where there are pairs, and talk. */
async function meet(
  port: number,
  clock: FairClock,
): Promise<readonly [Witness, Witness]> {
  const [ada, ben] = [await enter(port, 'ada'), await enter(port, 'ben')];
  const answers = [ada, ben].map(person => person.heard(/^(\* Paired|! Unknown)/));
  ada.says('/to ben');
  ben.says('/to ada');
  await Promise.all(answers);
  const [one, other] = [new Witness('ada', ada, clock), new Witness('ben', ben, clock)];
  one.talksTo(other);
  other.talksTo(one);
  return [one, other];
}

async function enter(port: number, name: string): Promise<Person> {
  const person = await Person.call(port);
  const inside = person.heard(/^\* (In|Hello)/);
  person.says(name);
  await inside;
  return person;
}

/** What they have said is heard, or they have something to object; then they leave. */
async function lastWords(witnesses: readonly [Witness, Witness]): Promise<void> {
  const [one, other] = witnesses;
  for (const witness of witnesses) witness.over = true;
  await untilTrue(
    () =>
      (one.heard === other.said && other.heard === one.said) ||
      witnesses.some(({ faults }) => faults.length > 0),
  );
  for (const witness of witnesses) witness.leave();
}

async function untilTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(10);
}
