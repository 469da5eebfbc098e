import { describe, expect, it } from 'vitest';
import { type Codec, text, websocket } from '../../lib/framing/index.ts';
import { codec as lines, someTasks } from '../connection/pair.ts';
import { hubOf, type Seat, seated } from './seats.ts';

/** Counts how often it is asked. */
function counted(codec: Codec<string>) {
  const count = { encoded: 0 };
  const counting: Codec<string> = {
    ...codec,
    encode(message) {
      count.encoded++;
      return codec.encode(message);
    },
  };
  return Object.assign(counting, { count });
}

describe('a hub whose members have two codecs', () => {
  function twoDoors() {
    const [line, frame] = [counted(lines), counted(text(websocket()))];
    const { hub, clock } = hubOf();
    const seats = [line, frame, line, frame].map((codec, index) => {
      const seat = seated(`m${index}`, clock, codec);
      hub.join(seat);
      return seat;
    });
    return { hub, line, frame, seats: seats as [Seat, Seat, Seat, Seat] };
  }

  it('encodes a line once for each codec, however many hear it', async () => {
    const { hub, line, frame, seats } = twoDoors();
    for (let count = 0; count < 10; count++) hub.say(seats[count % 4] as Seat, 'hi');
    expect([line.count.encoded, frame.count.encoded]).toEqual([10, 10]);
    await someTasks();
    expect(seats.map(({ writes }) => writes)).toEqual([1, 1, 1, 1]);
  });

  it('gives all one order, each in their own framing, and nobody their own words', async () => {
    const { hub, seats } = twoDoors();
    const [a, b, c, d] = seats;
    hub.say(a, 'one');
    hub.say(b, 'two');
    hub.tell(d, '* psst', 'notice');
    hub.tellAll('* all', [c.name]);
    hub.say(d, 'three');
    await someTasks();
    expect(a.caller.unread).toEqual(['[m1] two', '* all', '[m3] three']);
    expect(c.caller.unread).toEqual(['[m0] one', '[m1] two', '[m3] three']);
    expect(framesOf(b)).toEqual(['[m0] one', '* all', '[m3] three']);
    expect(framesOf(d)).toEqual(['[m0] one', '[m1] two', '* psst', '* all']);
  });

  it('writes though there is something for one of the two doors only', async () => {
    const { hub, seats } = twoDoors();
    const [a, b] = seats;
    hub.tell(a, '* psst', 'notice');
    await someTasks();
    expect(a.caller.unread).toEqual(['* psst']);
    hub.tell(b, '* pst', 'notice');
    await someTasks();
    expect(framesOf(b)).toEqual(['* pst']);
  });

  it('lets the first of a kind hear only what is said after it came', async () => {
    const { hub, clock, seats } = hubOf({}, 'alice', 'bob');
    hub.say(seats[0], 'before');
    const late = seated('late', clock, text(websocket()));
    hub.join(late);
    hub.say(seats[0], 'after');
    await someTasks();
    expect(framesOf(late)).toEqual(['[alice] after']);
    expect(seats[1].caller.unread).toEqual(['[alice] before', '[alice] after']);
  });
});

function framesOf(seat: Seat): string[] {
  const decoder = text(websocket()).decoder();
  decoder.push(seat.caller.bytes);
  const all: string[] = [];
  for (let one = decoder.read(); one !== undefined; one = decoder.read()) all.push(one);
  return all;
}
