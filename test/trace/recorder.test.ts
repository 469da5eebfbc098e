import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/trace/event.ts';
import { Recorder } from '../../lib/trace/recorder.ts';
import { takesLong } from '../long.ts';

const opened = (by: 'self' | 'peer'): Observation => ({ what: 'opened', by });
const sent: Observation = { what: 'sent', by: 'self', kind: 'message', text: 'Hi' };
const received: Observation = { ...sent, what: 'received', by: 'peer' };
const chunk = (by: 'self' | 'peer', size: number): Observation => ({
  what: 'chunk',
  by,
  size,
  bytes: new Uint8Array(size),
});

function recorded(chunks = false) {
  let time = 1_000;
  const recorder = new Recorder({ now: () => time, chunks });
  return {
    recorder,
    alice: recorder.observer('alice', 'x'),
    station: recorder.observer('station', 'x'),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('a recorder', () => {
  it('numbers what is drawn, batch after batch, from 1', () => {
    const { recorder, alice, station } = recorded();
    alice(opened('self'));
    station(opened('peer'));
    expect(recorder.flush().map(({ n }) => n)).toEqual([1, 2]);
    alice(sent);
    alice({ what: 'closed', by: 'self' });
    station(received);
    expect(recorder.flush().map(({ n, what }) => `${n} ${what}`)).toEqual([
      '3 sent',
      '0 closed',
      '4 received',
    ]);
    expect(recorder.flush()).toEqual([]);
    expect(recorder.events).toHaveLength(5);
  });

  it('numbers in causal order, not in the order of telling', () => {
    const { recorder, alice, station } = recorded();
    station(received);
    alice(sent);
    expect(recorder.flush().map(({ n, end }) => `${n} ${end}`)).toEqual([
      '1 alice',
      '2 station',
    ]);
  });

  it('says who, over which link, and when since it began', () => {
    const { recorder, alice, pass } = recorded();
    pass(50);
    alice(sent);
    expect(recorder.flush()).toEqual([
      { ...sent, n: 1, at: 50, end: 'alice', link: 'x' },
    ]);
  });

  it('counts every byte, and keeps the chunks only when asked to', () => {
    for (const chunks of [false, true]) {
      const { recorder, alice, station } = recorded(chunks);
      alice(chunk('self', 5));
      alice(chunk('self', 2));
      station(chunk('peer', 7));
      station(chunk('self', 3));
      expect(recorder.flush()).toHaveLength(chunks ? 4 : 0);
      expect(recorder.traffic.get('x')?.get('alice')).toEqual({ out: 7, in: 0 });
      expect(recorder.traffic.get('x')?.get('station')).toEqual({ out: 3, in: 7 });
    }
  });

  it('takes a batch of more events than a call may have arguments', test => {
    takesLong(test);
    const { recorder, alice, station } = recorded();
    for (let count = 0; count < 65_000; count++) {
      alice(sent);
      station(received);
    }
    expect(recorder.flush().at(-1)?.n).toBe(130_000);
  });
});
