import { onTestFinished } from 'vitest';
import { Connection } from '../../lib/connection/connection.ts';
import { anything } from '../../lib/connection/discipline.ts';
import { Queue } from '../../lib/connection/queue.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { text, websocket } from '../../lib/framing/index.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { wholeClose } from '../../lib/transport/memory/whole-close.ts';
import type { Arrived } from '../../lib/transport/web/websocket.ts';
import { watch } from '../../lib/watch/watch.ts';

const codec = text(websocket());
export const [aliceKey, bobKey] = ['a'.repeat(32), 'b'.repeat(32)];
let count = 0;

function ends(key: string) {
  const [near, far] = memoryLink(`link ${++count}`, 'page', 'server');
  const query = new URLSearchParams({ key });
  return { near: wholeClose(near), far: Object.assign(wholeClose(far), { query }) };
}

/** A server's record, and pages that ask for it. */
export function watched() {
  const pages = new Queue<Arrived>();
  const clock = new VirtualClock();
  // Twenty times as fast as the real one: two seconds of patience are soon over.
  const faster = setInterval(() => clock.moveTo(clock.now() + 20), 1);
  const observer = watch(pages, clock);
  onTestFinished(() => {
    pages.close();
    clearInterval(faster);
  });
  return {
    pages,
    /** A member of the room; what the room saw of them so far. */
    member(key: string, name: string) {
      const { far } = ends(key);
      const tell = observer(far);
      tell?.({ what: 'received', by: 'peer', kind: 'control', text: name, size: 1 });
      return tell;
    },
    page(key: string) {
      const { near, far } = ends(key);
      pages.push(far);
      const page = new Connection({
        wire: near,
        codec,
        clock,
        role: 'caller',
      });
      onTestFinished(() => page.destroy());
      return page.start(anything);
    },
  };
}

export interface Update {
  readonly anew: boolean;
  readonly late: boolean;
  readonly since: number;
  readonly whole: boolean;
  readonly people: readonly { name?: string; isHere: boolean }[];
  readonly lines: string;
  readonly paused?: number;
}

export const updateOf = async (page: Connection) =>
  JSON.parse((await page.receive())?.text ?? '') as Update;

export async function updates(page: Connection, until: string): Promise<Update[]> {
  const all: Update[] = [];
  for await (const { text: line } of page) {
    all.push(JSON.parse(line) as Update);
    if (all.some(({ lines }) => lines.includes(until))) return all;
  }
  throw new Error(`Cannot find ${until} in ${JSON.stringify(all)}`);
}
