// Interleaved rounds: every peer in turn, and again.

import { type Answer, Child } from './child.ts';
import type { Peer } from './peers/index.ts';
import type { Workload } from './workload.ts';

/** Frames per second of processor time, the median of the rounds; or why there are none. */
export type Speed = number | string;

export interface RoundOptions {
  readonly rounds: number;
  /** Milliseconds of a round, if a pass does not take longer. */
  readonly ms: number;
  readonly say: (line: string) => void;
  readonly profile?: string | undefined;
}

/** Seconds that a peer may spend on a cell before it is spared the other rounds. */
const ENOUGH = 5;

export async function play(
  peers: readonly Peer[],
  workload: Workload,
  { rounds, ms, say, profile }: RoundOptions,
): Promise<Map<Peer, Speed>> {
  const children = await Promise.all(peers.map(peer => Child.start(peer, profile)));
  const runners = children.map(child => new Runner(child));
  for (let round = 0; round <= rounds; round++)
    for (const runner of runners) await runner.round(workload, ms);
  const speeds = new Map<Peer, Speed>();
  for (const { child, speed } of runners) {
    speeds.set(child.name, speed);
    say(`  ${child.name}: ${typeof speed === 'number' ? Math.round(speed) : speed}`);
    await child.stop();
  }
  return speeds;
}

class Runner {
  readonly child: Child;
  readonly #speeds: number[] = [];
  #failed: string | undefined;
  #checked = false;
  #spent = 0;

  constructor(child: Child) {
    this.child = child;
  }

  get speed(): Speed {
    return this.#failed ?? median(this.#speeds);
  }

  /** The first compares every byte. It is not counted, unless it took so long that no other follows. */
  async round(workload: Workload, ms: number): Promise<void> {
    if (this.#failed !== undefined || this.#spent > ENOUGH) return;
    const began = performance.now();
    const question = this.#checked ? 'round' : 'check';
    const answer = await this.child.ask(question, workload, ms);
    this.#spent += (performance.now() - began) / 1_000;
    this.#note(answer);
    this.#checked = true;
  }

  #note(answer: Answer): void {
    if ('failed' in answer) this.#failed = answer.failed;
    else if (this.#checked || this.#spent > ENOUGH) this.#speeds.push(answer.figure);
  }
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
