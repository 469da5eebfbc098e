import { describe, expect, it, onTestFinished } from 'vitest';
import { watch } from '../../demos/websocket/watch.ts';
import { Connection } from '../../lib/connection/connection.ts';
import { anything } from '../../lib/connection/discipline.ts';
import { Queue } from '../../lib/connection/queue.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { text, websocket } from '../../lib/framing/index.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { wholeClose } from '../../lib/transport/memory/whole-close.ts';
import type { Arrived } from '../../lib/transport/web/websocket.ts';

const codec = text(websocket());
const [aliceKey, bobKey] = ['a'.repeat(32), 'b'.repeat(32)];
let count = 0;

function ends(key: string) {
  const [near, far] = memoryLink(`link ${++count}`, 'page', 'server');
  const query = new URLSearchParams({ key });
  return { near: wholeClose(near), far: Object.assign(wholeClose(far), { query }) };
}

/** A server's record, and pages that ask for it. */
function watched() {
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

const event = (rest: object) =>
  JSON.stringify({ n: 0, at: 0, end: 'page', link: 'room', by: 'self', ...rest });
const words = (text: string) => event({ what: 'sent', kind: 'message', text, size: 2 });

interface Update {
  readonly anew: boolean;
  readonly names: Record<string, string>;
  readonly lines: string;
}

async function updates(page: Connection, until: string): Promise<Update[]> {
  const all: Update[] = [];
  for await (const { text: line } of page) {
    all.push(JSON.parse(line) as Update);
    if (all.some(({ lines }) => lines.includes(until))) return all;
  }
  throw new Error(`Cannot find ${until} in ${JSON.stringify(all)}`);
}

describe('the record that a server shows', () => {
  it('gives a page all that there is, and then what is new', async () => {
    const { member, page } = watched();
    member(aliceKey, 'alice');
    const [first] = await updates(page(bobKey), 'alice');
    expect(first?.anew).toBe(true);
  });

  it('lets a page tell of its own link alone, whatever it claims', async () => {
    const { member, page } = watched();
    member(aliceKey, 'alice');
    member(bobKey, 'bob');
    const bob = page(bobKey);
    bob.trySend(
      event({
        what: 'sent',
        kind: 'message',
        text: 'I owe you\u001b[2J\u202e',
        size: 9,
        end: 'alice',
        link: 'link 1',
        of: { link: 'link 1', nth: 1 },
      }),
    );
    const all = await updates(bob, 'I owe you');
    const told = all
      .flatMap(({ lines }) => lines.split('\n'))
      .find(line => line.includes('I owe you'));
    expect(JSON.parse(told ?? '')).toMatchObject({
      end: 'page at link 2',
      link: 'link 2',
      text: 'I owe you\ufffd[2J\ufffd',
    });
    expect(told).not.toContain('"of"');
  });

  it.each([
    ['no JSON', 'hello'],
    ['nothing', '[]'],
    ['an unknown event', event({ what: 'sings' })],
    ['what only a server sees', event({ what: 'refused', by: 'peer' })],
    [
      'what another did',
      event({ what: 'sent', by: 'peer', kind: 'message', text: 'x' }),
    ],
    ['text that is none', event({ what: 'sent', kind: 'message', text: { a: 1 } })],
    ['a prototype', '{"__proto__":{"what":"sent"}}'],
  ])('sends away a page that tells %s', async (_, line) => {
    const { page } = watched();
    const liar = page(aliceKey);
    await liar.receive();
    liar.trySend(line);
    await liar.closed;
  });

  it('takes nothing with the key of nobody', async () => {
    const { member, page } = watched();
    const alice = member(aliceKey, 'alice');
    const nobody = page('c'.repeat(32));
    nobody.trySend(words('forged'));
    await nobody.receive();
    alice?.({ what: 'sent', by: 'self', kind: 'notice', text: 'true', size: 1 });
    const all = await updates(nobody, 'true');
    expect(JSON.stringify(all)).not.toContain('forged');
  });

  it('gives the second who shows a key no power over the first', async () => {
    const { member, page } = watched();
    member(aliceKey, 'alice');
    member(aliceKey, 'mallory');
    const alice = page(aliceKey);
    alice.trySend(words('mine'));
    const all = await updates(alice, 'mine');
    expect(JSON.stringify(all)).toContain('"end\\":\\"page at link 1\\"');
  });

  it('fits into one message, however much was said and whatever it was', async () => {
    const { member, page } = watched();
    const alice = member(aliceKey, 'alice');
    const text = '\\"😀\ufffd'.repeat(800);
    const watching = page(bobKey);
    await watching.receive();
    for (let at = 0; at < 1_000; at++)
      alice?.({ what: 'received', by: 'peer', kind: 'message', text, size: 1 });
    alice?.({ what: 'sent', by: 'self', kind: 'notice', text: 'the last', size: 1 });
    await updates(watching, 'the last');
    const late = page(bobKey);
    await updates(late, 'the last');
  });

  it('does without a page that does not read, and shows the others all', async () => {
    const { member, page } = watched();
    const alice = member(aliceKey, 'alice');
    const stuck = page('c'.repeat(32));
    await stuck.receive();
    stuck.relay.inbox.hold(true);
    const reads = page(bobKey);
    await reads.receive();
    const says = (text: string) =>
      alice?.({ what: 'received', by: 'peer', kind: 'message', text, size: 1 });
    for (let round = 0; stuck.ending === 'open'; round++) {
      if (round > 200) throw new Error('Cannot fill the link: nobody was dropped');
      for (let at = 0; at < 250; at++) says('x'.repeat(200));
      says(`end of round ${round};`);
      await updates(reads, `end of round ${round};`);
    }
    expect(stuck.ending).toBe('reset');
  });

  it('writes of twelve links at most', () => {
    const { member } = watched();
    const pens = Array.from({ length: 20 }, (_, at) => member('', `m${at}`));
    expect(pens.filter(observer => observer !== undefined)).toHaveLength(12);
  });

  it('ends when the server does', async () => {
    const { page, pages } = watched();
    const one = page(aliceKey);
    await one.receive();
    pages.close();
    await one.closed;
    expect(one.ending).toBe('ended');
  });
});
