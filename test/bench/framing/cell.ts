// One peer in a process of its own: it answers questions with figures.

import { checkBytes, pass } from './check.ts';
import { held, kept } from './memory.ts';
import { reader } from './peers/index.ts';
import { type Stream, streamOf, type Workload } from './workload.ts';

export type Question = 'check' | 'round' | 'kept' | 'held';

const [, , peer = ''] = process.argv;
const read = await reader(peer);
let known: { readonly name: string; readonly stream: Stream } | undefined;

/** The stream is made once: it is the same in every round. */
function stream(workload: Workload): Stream {
  const name = JSON.stringify(workload);
  if (known?.name !== name) known = { name, stream: streamOf(workload) };
  return known.stream;
}

const answers: Record<Question, (workload: Workload, ms: number) => Promise<number>> = {
  async check(workload, ms) {
    await checkBytes(read, stream(workload));
    return answers.round(workload, ms);
  },
  /** Frames per second of processor time, over as many passes as fit into `ms`. */
  async round(workload, ms) {
    const all = stream(workload);
    const began = process.cpuUsage();
    let passes = 0;
    let took = 0;
    do {
      await pass(read, all);
      passes++;
      const { user, system } = process.cpuUsage(began);
      took = (user + system) / 1e6;
    } while (took < ms / 1_000);
    return (workload.frames * passes) / took;
  },
  // The second time: the first compiles, and what it compiles stays.
  async kept(workload) {
    await kept(read, { ...workload, frames: 5 });
    return kept(read, workload);
  },
  async held(workload) {
    await held(read, workload);
    return held(read, workload);
  },
};

process.on(
  'message',
  async ([question, workload, ms]: [Question, Workload, number]) => {
    try {
      process.send?.({ figure: await answers[question](workload, ms) });
    } catch (error) {
      process.send?.({ failed: String(error) });
    }
  },
);
process.on('disconnect', () => process.exit());
process.send?.('ready');
