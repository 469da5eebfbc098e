// Interleaved rounds of one case: every server in turn, and again.

import type { Case } from './cases.ts';
import { size } from './cases.ts';
import { Child, type Name } from './child.ts';
import { join, leave, type Member } from './crowd.ts';
import { talk } from './load.ts';

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
): Promise<Map<Name, Result>> {
  const results = new Map<Name, Result>();
  const children = await Promise.all(
    one.servers.map(name => Child.start(name, profile)),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const child of children) await playOne(one, round, child, results, say);
  }
  await Promise.all(children.map(child => child.stop()));
  return results;
}

async function playOne(
  one: Case,
  round: number,
  child: Child,
  results: Map<Name, Result>,
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

/** A fast server gets the same load as often as fits into a second. */
async function measure(one: Case, warm: boolean, child: Child): Promise<Figures> {
  const named = child.name !== 'naive';
  const members: Member[] = await join(child.port, one.members, 250, one.tongue);
  let deliveries = 0;
  let seconds = 0;
  try {
    const before = await child.ask('work');
    while (seconds < (warm ? 0.2 : 1)) {
      const delivered = await talk(members, { ...one, size, named });
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
    await leave(members);
  }
}
