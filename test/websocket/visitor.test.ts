import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Visitor } from '../../demos/websocket/page/visitor.ts';
import type { Observation } from '../../lib/trace/event.ts';

const open = 1;
const closing = 2;

/** The part of a browser's WebSocket that a visit needs. */
class Socket {
  static readonly OPEN = open;
  readyState = open;
  readonly bufferedAmount = 0;
  onmessage: (event: { data: string }) => void = () => {};
  onclose: (event: { wasClean: boolean }) => void = () => {};
  send(): void {}
}

function visiting() {
  const sockets: Socket[] = [];
  const records: Observation[][] = [];
  const states: string[] = [];
  const visitor = new Visitor({
    connect: () => sockets[sockets.push(new Socket()) - 1] as unknown as WebSocket,
    record: () => {
      const record: Observation[] = [];
      records.push(record);
      return seen => void record.push(seen);
    },
    state: state => void states.push(state),
    refused: () => {},
    line: () => {},
    sent: () => {},
  });
  const hears = (nth: number, ...lines: readonly string[]) => {
    for (const data of lines) sockets[nth]?.onmessage({ data });
  };
  return { visitor, sockets, records, states, hears };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Socket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a person has one link, also if the refused one is still closing', () => {
  const { visitor, sockets, records, states, hears } = visiting();
  visitor.enter('alice');
  hears(0, '* Your name?', '! Taken: alice is here already. Your name?');
  const [refused] = sockets as [Socket];
  refused.readyState = closing;
  visitor.enter('bob');
  hears(1, '* Your name?', '* In the room: bob');
  refused.onclose({ wasClean: true });
  vi.runAllTimers();
  expect(sockets).toHaveLength(2);
  expect(states.at(-1)).toBe('here');
  expect(records.map(record => record.at(-1)?.what)).toEqual(['ended', 'received']);
});

it('a person whose link is lost comes back by another', () => {
  const { visitor, sockets, records, states, hears } = visiting();
  visitor.enter('alice');
  hears(0, '* Your name?', '* In the room: alice');
  sockets[0]?.onclose({ wasClean: false });
  expect(states.at(-1)).toBe('away');
  vi.runAllTimers();
  expect(sockets).toHaveLength(2);
  expect(records[0]?.at(-1)?.what).toBe('reset');
});
