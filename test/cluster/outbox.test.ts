import { describe, expect, it } from 'vitest';
import type { LogBatch, LogEntry } from '../../lib/cluster/entry.ts';
import { Outbox } from '../../lib/cluster/outbox.ts';
import { nextTask } from '../../lib/connection/next-task.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';

const said = (words: string): LogEntry => ({ is: 'said', member: 1, words });
const wordsOf = ({ entries }: LogBatch) =>
  entries.map(entry => ('words' in entry ? entry.words : nameOf(entry))).join(' ');
const nameOf = (entry: LogEntry) =>
  'member' in entry ? `${entry.is}${entry.member}` : entry.is;
const joined = (member: number): LogEntry => ({ is: 'joined', member, name: 'bob' });
const anew: LogEntry[] = [{ is: 'came' }, { is: 'gone', node: 'life1' }];

/** An outbox, and what reaches its log. `fails`: whether the log takes what comes. */
function opened() {
  const clock = new VirtualClock();
  const appended: LogBatch[] = [];
  const late: boolean[] = [];
  const log = { fails: false };
  const outbox = new Outbox('life1', {
    clock,
    late: is => void late.push(is),
    inTime: 4_000,
    log: {
      async append(batch) {
        appended.push(batch);
        if (log.fails) throw new Error('Cannot append');
      },
    },
  });
  const ids = () => appended.map(({ node, count }) => `${node}.${count}`);
  return { clock, appended, late, log, outbox, ids };
}

describe('an outbox', () => {
  it('sends all that is said in one tick as one batch', async () => {
    const { outbox, appended } = opened();
    for (const words of ['a', 'b', 'c']) outbox.add(said(words));
    await nextTask();
    expect(appended.map(wordsOf)).toEqual(['a b c']);
  });

  it('sends the next batch only when the log has shown the one before', async () => {
    const { outbox, appended } = opened();
    outbox.add(said('a'));
    await nextTask();
    outbox.add(said('b'));
    outbox.add(said('c'));
    await nextTask();
    expect(appended.map(wordsOf)).toEqual(['a']);
    outbox.heard(appended[0] as LogBatch);
    await nextTask();
    expect(appended.map(wordsOf)).toEqual(['a', 'b c']);
  });

  it('sends a batch again under the same number until the log has it', async () => {
    const { outbox, clock, log, ids, late } = opened();
    log.fails = true;
    outbox.add(said('a'));
    await nextTask();
    expect(late).toEqual([true]);
    clock.moveTo(500);
    await nextTask();
    outbox.link(true);
    expect(ids()).toEqual(['life1.1', 'life1.1', 'life1.1']);
  });

  it('says when the log does not answer, and when it does again', async () => {
    const { outbox, clock, late, appended } = opened();
    outbox.add(said('a'));
    await nextTask();
    clock.moveTo(3_000);
    outbox.heard(appended[0] as LogBatch);
    expect(late).toEqual([true, false]);
  });

  it('counts what the log has not shown', async () => {
    const { outbox, appended } = opened();
    outbox.add(said('abc'));
    expect(outbox.size).toBe(73);
    await nextTask();
    expect(outbox.size).toBe(73);
    outbox.heard(appended[0] as LogBatch);
    expect(outbox.size).toBe(0);
  });

  it('makes several batches of much', async () => {
    const { outbox, appended } = opened();
    for (let nth = 0; nth < 100; nth++) outbox.add(said('x'.repeat(4_096)));
    for (let sent = 0; sent < 5; sent++) {
      await nextTask();
      outbox.heard(appended.at(-1) as LogBatch);
    }
    expect(appended.length).toBe(5);
    expect(appended.flatMap(({ entries }) => entries).length).toBe(100);
    expect(outbox.size).toBe(0);
  });

  it('sends in a new life everything that the log has not shown, in order', async () => {
    const { outbox, appended, ids } = opened();
    outbox.add({ is: 'came' });
    outbox.add(said('a'));
    await nextTask();
    outbox.add({ is: 'alive' });
    outbox.add(joined(1));
    outbox.add(said('b'));
    outbox.add(joined(2));
    outbox.restart('life2', anew, [joined(1)]);
    await nextTask();
    outbox.heard(appended[0] as LogBatch);
    expect(ids()).toEqual(['life1.1', 'life2.1']);
    outbox.heard(appended[1] as LogBatch);
    await nextTask();
    expect(appended.slice(1).map(wordsOf)).toEqual([
      'came gone',
      'joined1 a b joined2',
    ]);
    outbox.heard(appended[2] as LogBatch);
    expect(outbox.size).toBe(0);
  });

  it('sends in a new life nothing of its members until it hears itself in time', async () => {
    const { outbox, appended, clock, late } = opened();
    outbox.add(said('a'));
    await nextTask();
    outbox.restart('life2', anew, []);
    for (const [nth, delay] of [4_001, 4_001, 4_000].entries()) {
      await nextTask();
      clock.moveTo(clock.now() + delay);
      outbox.heard(appended[nth + 1] as LogBatch);
    }
    await nextTask();
    expect(appended.slice(1).map(wordsOf)).toEqual([
      'came gone',
      'alive',
      'alive',
      'a',
    ]);
    outbox.heard(appended.at(-1) as LogBatch);
    expect(outbox.size).toBe(0);
    expect(late).toEqual([true, false]);
  });
});
