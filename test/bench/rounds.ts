// Interleaved rounds of one case: every server in turn, and again.

import type { Case } from './cases.ts';
import { Crowd } from './count.ts';
import { join, leave } from './crowd.ts';
import { type Delivered, talk } from './load.ts';
import { type Server, type ServerName, startServer } from './server.ts';

/** One server in one round. */
export interface Figures {
  readonly perSecond: number;
  /** Deliveries per second of the server's processor time. */
  readonly perCpu: number;
  /** Write calls per 1,000 deliveries. */
  readonly writes: number;
}

/** What a server did in each round, or why it did not. */
export type Result = Figures[] | { readonly failed: string };

export interface RoundOptions {
  readonly rounds: number;
  readonly say: (line: string) => void;
  readonly profile?: string | undefined;
}

/** Every server lives through all rounds of the case, so that it is warm; the first round is not counted. */
export async function play(
  one: Case,
  { rounds, say, profile }: RoundOptions,
): Promise<Map<ServerName, Result>> {
  const results = new Map<ServerName, Result>();
  const children: Server[] = [];
  for (const name of one.servers) {
    const server = await startServer(name, profile);
    if (server === undefined) results.set(name, { failed: 'not installed' });
    else children.push(server);
  }
  for (let round = 0; round <= rounds; round++) {
    for (const child of children) await playOne(one, round, child, results, say);
  }
  await Promise.all(children.map(child => child.stop()));
  return results;
}

async function playOne(
  one: Case,
  round: number,
  child: Server,
  results: Map<ServerName, Result>,
  say: (line: string) => void,
): Promise<void> {
  const { name } = child;
  const before = results.get(name) ?? [];
  if (!Array.isArray(before)) return;
  try {
    const figures = await measure(one, round === 0, child);
    results.set(name, round === 0 ? before : [...before, figures]);
    const at = round === 0 ? 'warm-up' : `round ${round}`;
    say(`  ${at}, ${name}: ${Math.round(figures.perSecond)} deliveries/s`);
  } catch (error) {
    results.set(name, { failed: String(error).slice(0, 120) });
    say(`  ${name} is out: ${error}`);
  }
}

/** Members who are in, and what they do. */
interface Talkers {
  talk(): Promise<Delivered>;
  leave(): Promise<void>;
}

/** A fast server gets the same load as often as fits into a second. */
async function measure(one: Case, warm: boolean, child: Server): Promise<Figures> {
  const talkers = await (one.counted ? counted(one, child) : compared(one, child));
  let deliveries = 0;
  let seconds = 0;
  try {
    const before = await child.ask('work');
    while (seconds < (warm ? 0.2 : 1)) {
      const delivered = await talkers.talk();
      deliveries += delivered.deliveries;
      seconds += delivered.seconds;
    }
    const after = await child.ask('work');
    return {
      perSecond: deliveries / seconds,
      perCpu: deliveries / (after.cpu - before.cpu),
      writes: ((after.writes - before.writes) / deliveries) * 1_000,
    };
  } finally {
    await talkers.leave();
  }
}

async function compared(one: Case, { port, name }: Server): Promise<Talkers> {
  const { size = 128, tongue } = one;
  const members = await join(port, one.members, undefined, tongue);
  const load = { ...one, size, named: name !== 'naive' };
  return { talk: () => talk(members, load), leave: () => leave(members) };
}

async function counted(one: Case, { port, name }: Server): Promise<Talkers> {
  const crowd = await Crowd.join([port], name, one);
  return { talk: () => crowd.talk(one), leave: () => crowd.leave() };
}
