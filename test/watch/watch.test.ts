import { describe, expect, it, vi } from 'vitest';
import { aliceKey, bobKey, updateOf, updates, watched } from './watched.ts';

const event = (rest: object) =>
  JSON.stringify({ n: 0, at: 0, end: 'page', link: 'room', by: 'self', ...rest });
const heard = (text: string) =>
  ({ what: 'received', by: 'peer', kind: 'message', text, size: 1 }) as const;
const words = (text: string) => event({ what: 'sent', kind: 'message', text, size: 2 });

describe('the record that a server shows', () => {
  it('gives a page all that there is, and then what is new', async () => {
    const { member, page } = watched();
    await page(aliceKey).receive();
    member(aliceKey, 'alice');
    const [first] = await updates(page(bobKey), 'alice');
    expect(first).toMatchObject({ anew: true, late: false });
  });

  it('is of nothing while no page watches, and the first page is told that it is late', async () => {
    const { member, page } = watched();
    const alice = member(aliceKey, 'alice');
    expect(alice?.wantsSent?.()).toBe(false);
    alice?.(heard('early'));
    const first = page(bobKey);
    const update = await updateOf(first);
    expect(update).toMatchObject({ anew: true, late: true, lines: '' });
    expect(update.people).toEqual([{ link: 'link 1', name: 'alice', isHere: true }]);
    expect(alice?.wantsSent?.()).toBe(true);
    alice?.(heard('watched'));
    expect(JSON.stringify(await updates(first, 'watched'))).not.toContain('early');
  });

  it('gives a page that comes while another watches what was recorded before', async () => {
    const { member, page } = watched();
    const alice = member(aliceKey, 'alice');
    const first = page(aliceKey);
    await first.receive();
    alice?.(heard('watched'));
    await updates(first, 'watched');
    const second = await updateOf(page(bobKey));
    expect(second.lines).toContain('watched');
  });

  it('ends when the last page is gone, and not before', async () => {
    const { member, page } = watched();
    const alice = member(aliceKey, 'alice');
    const [one, other] = [page(aliceKey), page(bobKey)];
    await Promise.all([one.receive(), other.receive()]);
    one.destroy();
    await one.closed;
    expect(alice?.wantsSent?.()).toBe(true);
    other.destroy();
    await vi.waitFor(() => expect(alice?.wantsSent?.()).toBe(false));
  });

  it('lets a page tell of its own link alone, whatever it claims', async () => {
    const { member, page } = watched();
    const bob = page(bobKey);
    await bob.receive();
    member(aliceKey, 'alice');
    member(bobKey, 'bob');
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
    const alice = page(aliceKey);
    await alice.receive();
    member(aliceKey, 'alice');
    member(aliceKey, 'mallory');
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
    stuck.relay.inbox.hold({});
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

  it('says that it pauses in a second of too many events, and goes on in the next', async () => {
    const { member, page } = watched();
    const watching = page(bobKey);
    await watching.receive();
    const alice = member(aliceKey, 'alice');
    const says = (text: string) =>
      alice?.({ what: 'received', by: 'peer', kind: 'message', text, size: 1 });
    for (let at = 0; at < 100_000; at++) says('too much');
    const [busy, calm] = [await updateOf(watching), await updateOf(watching)];
    expect(busy.paused).toBe(3_000);
    expect(calm).toMatchObject({ anew: true, lines: '' });
    expect(calm.paused).toBeUndefined();
    says('much better');
    const all = await updates(watching, 'much better');
    expect(JSON.stringify(all)).not.toContain('too much');
  });

  it('writes of 32 links at most, and says that it is not whole', async () => {
    const { member, page } = watched();
    const watching = page(bobKey);
    await watching.receive();
    const keys = Array.from({ length: 40 }, (_, at) =>
      at.toString(16).padStart(32, '0'),
    );
    const [first, ...others] = keys.map(key => member(key, 'somebody'));
    const pens = [first, ...others].filter(observer => observer !== undefined);
    expect(pens).toHaveLength(32);
    first?.({ what: 'sent', by: 'self', kind: 'notice', text: 'the last', size: 1 });
    expect((await updates(watching, 'the last')).at(-1)?.whole).toBe(false);
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
