import { createHmac } from 'node:crypto';
import { udp } from '../../../demos/udp/demo.ts';
import { Acceptor } from '../../../lib/connection/acceptor.ts';
import { serverCodec } from '../../../lib/connection/codecs.ts';
import type { Wire } from '../../../lib/connection/wire.ts';
import { type Heartbeat, noticedWithin } from '../../../lib/datagram/heartbeat.ts';
import type { Mac } from '../../../lib/datagram/token.ts';
import type { Program } from '../../../lib/scene/world/program.ts';
import { doors } from '../../../lib/transport/doors.ts';
import { listenOn } from '../../../lib/transport/udp/datagram-listener.ts';
import type { Port } from '../../../lib/transport/udp/port.ts';
import { safeSecrets } from '../../../lib/transport/udp/secrets.ts';
import { told } from '../../told.ts';
import type { Chaos } from '../chaos.ts';
import { Random } from '../random.ts';
import { mannerNames, visit } from './guests.ts';
import { Peer } from './peer.ts';
import { Witness } from './witness.ts';
import { pause, type World } from './world.ts';

/** What a room is made of, each of which may be wrong. */
export interface Parts {
  readonly program: Program;
  readonly sign: Mac;
  readonly heartbeat: Heartbeat;
  readonly port: (port: Port) => Port;
  readonly wire: (wire: Wire) => Wire;
}

export interface ChaosOptions extends Partial<Parts> {
  readonly world: World;
  readonly seed: number;
  /** How many guests come, or for how long they do. */
  readonly guests?: number;
  readonly seconds?: number;
}

const right: Omit<Parts, 'heartbeat'> = {
  program: udp,
  sign: text => createHmac('sha256', 'key').update(text).digest('hex'),
  port: port => port,
  wire: wire => wire,
};

/** How many guests are there at a time. */
const crowd = 12;
/** How many the room takes, those included who have gone without a word. */
const seats = 30;
/** When at the latest it is noticed in a right room that somebody has gone, in milliseconds; and some more. */
const silence = ({ heartbeat }: World): number => noticedWithin(heartbeat)[1] + 100;

/** Guests of every kind come and go by datagram, and two witnesses talk throughout. */
export async function datagramChaos(options: ChaosOptions): Promise<Chaos> {
  const { world, seed, guests = Number.POSITIVE_INFINITY, seconds = 600 } = options;
  const server = await start(options);
  const witnesses = await meet(world, server.address, seed);
  const [one, other] = witnesses;
  const victims = witnesses.map(({ victim }) => victim);
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  const allFaults = () => [...witnesses.flatMap(witness => witness.faults), ...faults];
  const until = world.clock.now() + seconds * 1_000;
  let left = guests;
  let busy = true;
  const visits = Array.from({ length: crowd }, (_, seat) => takeSeat(seat));
  void Promise.all(visits).then(() => {
    busy = false;
  });
  while (busy && allFaults().length === 0) {
    await pause(world, 50);
    for (const witness of witnesses) witness.grumble();
  }
  if (allFaults().length === 0) await lastWords(world, one, other);
  counts.words = one.account.heard + other.account.heard;
  counts['words lost'] = one.lost.size + other.lost.size;
  counts['words missing'] = one.account.missing.size + other.account.missing.size;
  counts['longest wait (ms)'] = Math.ceil(Math.max(one.longest, other.longest));
  const found = allFaults();
  await Promise.all([one.stops(), other.stops(), server.stop()]);
  if (world.exact) await pause(world, 500);
  if (!world.resting) found.push('a timer was left');
  world.stop();
  return { faults: found, counts };

  /** One guest after the other, each with the name of the one before. */
  async function takeSeat(seat: number): Promise<void> {
    const random = new Random(seed * 1_000 + seat);
    const count = (what: string) => {
      counts[what] = (counts[what] ?? 0) + 1;
    };
    while (left-- > 0 && world.clock.now() < until && allFaults().length === 0) {
      const guest = { world, room: server.address, random, name: `g${seat}`, victims };
      const manner = random.of(mannerNames);
      const fault = await visit({ ...guest, letIn: 2 * silence(world), count }, manner);
      if (fault !== undefined) faults.push(fault);
    }
  }
}

async function start(options: ChaosOptions) {
  const { world } = options;
  const { clock } = world;
  const parts = { ...right, heartbeat: world.heartbeat, ...options };
  const { program, sign, heartbeat, port, wire: wrapped } = parts;
  const flags = told(program);
  const codec = serverCodec(doors.udp.codec, flags.maxMessage);
  const own = port(await world.port());
  const listener = listenOn(own, {
    ...safeSecrets(),
    clock,
    sign,
    heartbeat,
    limit: seats,
  });
  const acceptor = new Acceptor({ limit: Infinity }).at(listener.wires, wire => ({
    wire: wrapped(wire),
    codec,
    clock,
    role: 'callee',
  }));
  const stage = { screen() {}, keyboard: [] as never, clock, flags };
  const serving = program.serve(acceptor, stage);
  return {
    address: listener.address,
    async stop() {
      await Promise.all([listener.close(), acceptor.stop(program.goodbye), serving]);
    },
  };
}

async function meet(world: World, room: string, seed: number) {
  const [one, other] = [
    await enter(world, room, 'ada', seed),
    await enter(world, room, 'ben', seed + 1),
  ];
  one.talksTo(other);
  other.talksTo(one);
  return [one, other] as const;
}

async function enter(world: World, room: string, name: string, seed: number) {
  const peer = await Peer.open(world, room);
  const token = await joins(peer, `${name}_before`);
  const victim = { name, address: peer.address, talk: peer.talk, token };
  // That talk is over before it begins: what is known of it is worth nothing.
  peer.talks('bye');
  await pause(world, 50);
  await joins(peer, name);
  return new Witness({ name, peer, random: new Random(seed), victim });
}

/** With the token that it gives. */
async function joins(peer: Peer, name: string): Promise<string> {
  const token = await peer.token();
  const answer = await peer.joins(name, token);
  if (answer.startsWith('* In')) return token;
  throw new Error(`Cannot begin: ${name} heard ${answer}`);
}

/** What they have said is heard, or reported as missing; silent members are gone; then they leave. */
async function lastWords(world: World, one: Witness, other: Witness): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    one.falls();
    other.falls();
    await pause(world, 50);
    if (one.account.known === other.said && other.account.known === one.said) break;
  }
  check(world, one, other);
  check(world, other, one);
  const until = world.fair.now() + silence(world);
  for (let who = ''; who !== 'ada, ben'; await pause(world, 50)) {
    other.falls();
    who = await one.asksWho();
    if (world.fair.now() < until || who === 'ada, ben') continue;
    one.swear(`is not alone with the other: ${who}`);
    break;
  }
  await one.leaves();
  await other.leaves();
}

/** No word is missing but what the network lost. */
function check({ exact }: World, { account, name }: Witness, of: Witness): void {
  const lost = [...of.lost].filter(nth => !account.missing.has(nth));
  const missing = [...account.missing].filter(nth => !of.lost.has(nth));
  if (account.known < of.said)
    of.swear(`said ${of.said}, ${name} knows of ${account.known}`);
  if (lost.length > 0) of.swear(`lost ${lost}, and ${name} was not told`);
  if (exact && missing.length > 0)
    of.swear(`said ${missing}, and ${name} did not hear it`);
}
