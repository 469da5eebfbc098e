import { onTestFinished } from 'vitest';
import { Connection } from '../../lib/connection/connection.ts';
import { anything } from '../../lib/connection/discipline.ts';
import type { ConnectionOptions } from '../../lib/connection/options.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import type { Wire } from '../../lib/connection/wire.ts';
import { lines, text } from '../../lib/framing/index.ts';
import type { Observation } from '../../lib/trace/event.ts';
import { memory, tcp } from '../conformance/links.ts';
import type { Link } from '../conformance/transport.ts';

export const worlds = [
  { name: 'memory', open: memory },
  { name: 'tcp', open: tcp },
];

export const codec = text(lines({ maxPayload: 4_096 }));

type Options = Partial<ConnectionOptions>;

/** One end, not started, its record in a few words, and the clock that it goes by. */
export function endOf(wire: Wire, options: Options = {}) {
  const record: string[] = [];
  const clock = new VirtualClock();
  const observe = ({ what, by, kind, text: words, reason }: Observation) => {
    if (what === 'chunk') return;
    record.push([what, by, kind, reason, words].filter(Boolean).join(' '));
  };
  const shared = { wire, codec, clock, observe, role: 'callee' as const };
  return { connection: new Connection({ ...shared, ...options }), record, clock };
}

/** A link, closed when the test is done. */
export async function opened(open: () => Promise<Link>): Promise<Link> {
  const link = await open();
  onTestFinished(() => link.close());
  return link;
}

/** Two started ends without a mode. */
export async function talking(open: () => Promise<Link>, options: Options = {}) {
  const { near, far } = await opened(open);
  const [caller, callee] = [endOf(near, { role: 'caller' }), endOf(far, options)];
  caller.connection.start(anything);
  callee.connection.start(anything);
  return { caller, callee };
}

/** Settles when everything has arrived that can arrive by itself. */
export async function someTasks(count = 20): Promise<void> {
  for (let task = 0; task < count; task++) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
