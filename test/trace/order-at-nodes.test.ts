import { describe, expect, it } from 'vitest';
import type { LogBatch } from '../../lib/cluster/entry.ts';
import { NodeRecord } from '../../lib/cluster/node-record.ts';
import type { Observation, TraceEvent } from '../../lib/trace/event.ts';
import { withLog } from '../../lib/trace/log-of-nodes.ts';
import { oneRecord } from '../../lib/trace/one-record.ts';
import { orderAtNodes } from '../../lib/trace/order-at-nodes.ts';
import type { TraceRecord } from '../../lib/trace/record.ts';

const batch = (node: string, words: string, count = 1): LogBatch => ({
  node,
  count,
  entries: [{ is: 'alive' }, { is: 'said', member: 1, words }],
});
const tea = batch('A', 'Tea?');
const coffee = batch('B', 'Coffee?');

/** What a node records that has two members: a speaker, who says `own`, and a listener, who hears what is `read`. */
function recordOf(life: string, own: LogBatch, read: readonly LogBatch[]): TraceRecord {
  const events: TraceEvent[] = [];
  const at = (link: string) => (observation: Observation) =>
    void events.push({
      ...observation,
      n: events.length + 1,
      at: 0,
      end: 'room',
      link,
    });
  const record = new NodeRecord(at);
  record.begins(life);
  const [speaker, listener] = [`speaker at ${life}`, `listener at ${life}`];
  const origin = { link: speaker, nth: 1 };
  for (const link of [speaker, listener])
    at(link)({ what: 'opened', by: 'peer', role: 'relay' });
  at(speaker)({ what: 'received', by: 'peer', kind: 'message' });
  record.sends({ ...own, of: [undefined, origin] });
  for (const one of read) {
    const of = record.reads(one).of?.[1] ?? origin;
    at(listener)({ what: 'sent', by: 'self', kind: 'message', of });
  }
  return { name: life, events };
}

describe('the records of two nodes', () => {
  it('that read one order agree on it', () => {
    const records = [
      recordOf('A', tea, [coffee, tea]),
      recordOf('B', coffee, [coffee, tea]),
    ];
    expect(orderAtNodes(records)).toEqual({
      nodes: 2,
      members: 2,
      messages: 2,
      isOne: true,
    });
    const [, , log] = withLog(records);
    const received = log?.events.filter(({ what }) => what === 'received');
    expect(received?.map(({ text }) => text)).toEqual(['Coffee?', 'Tea?']);
    const one = [{ name: 'one', events: oneRecord(withLog(records)) }];
    expect(withLog(one), 'the log is in it already').toBe(one);
  });

  it('that were told in two orders, as without a log, are convicted', () => {
    const records = [
      recordOf('A', tea, [tea, coffee]),
      recordOf('B', coffee, [coffee, tea]),
    ];
    expect(orderAtNodes(records)).toMatchObject({ isOne: false });
    expect(withLog(records)).toBe(records);
  });

  it('that share no message may be of two runs', () => {
    const records = [recordOf('A', tea, [tea]), recordOf('B', coffee, [coffee])];
    expect(orderAtNodes(records)).toBeUndefined();
  });

  it('convict a node that sends to a member in another order than it reads', () => {
    const wrong = recordOf('B', coffee, [coffee, tea]);
    const sent = wrong.events.filter(({ link }) => link === 'listener at B').slice(1);
    const [one, other] = sent as [TraceEvent, TraceEvent];
    const events = wrong.events.map(event =>
      event === one ? other : event === other ? one : event,
    );
    const records = [recordOf('A', tea, [coffee, tea]), { ...wrong, events }];
    expect(orderAtNodes(records)).toMatchObject({ isOne: false });
  });

  it('of which one is missing have no record of the log', () => {
    const records = [recordOf('A', tea, [coffee, tea])];
    expect(orderAtNodes(records)).toBeUndefined();
    expect(withLog(records)).toBe(records);
  });
});
