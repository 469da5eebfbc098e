import assert from 'node:assert/strict';
import { expect, it } from 'vitest';
import { udp } from '../../demos/udp/demo.ts';
import { DatagramRoom } from '../../demos/udp/room.ts';
import { serve } from '../../demos/udp/server.ts';
import { Connection } from '../../lib/connection/connection.ts';
import type { Member } from '../../lib/hub/member.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { doors } from '../../lib/transport/doors.ts';
import { lossy } from '../../lib/transport/faults/lossy.ts';
import type { Faults } from '../../lib/transport/faults/table.ts';
import { connectBy } from '../../lib/transport/udp/datagram-connect.ts';
import { takesLong } from '../long.ts';
import { arrived, open, type Place } from './place.ts';

/** What a member has been given by its connection: words, and counts of what did not come. */
interface Log {
  readonly name: string;
  readonly connection: Connection;
  readonly heard: string[];
  /** Messages of the room's to this member that are missing, minus those that came late. */
  missing: number;
}

async function member(place: Place, name: string, faults: Faults): Promise<Log> {
  const port = lossy(place.port(), faults, place.clock);
  const going = connectBy(port, place.address, { clock: place.clock, name });
  for (let tries = 0; tries < 50; tries++) {
    const settled = await Promise.race([going, arrived().then(() => undefined)]);
    if (settled === undefined) {
      await place.pass(500);
      continue;
    }
    const codec = doors.udp.codec(16_384);
    const connection = new Connection({
      wire: settled,
      codec,
      clock: place.clock,
      role: 'caller',
    });
    const log: Log = { name, connection, heard: [], missing: 0 };
    connection.start({
      message(text, late) {
        if (late) log.missing--;
        log.heard.push(text);
        return { kind: 'notice' };
      },
      bad: () => ({ kind: 'message', refused: 'bad' }),
      missing(count) {
        log.missing += count;
        return undefined;
      },
    });
    return log;
  }
  return assert.fail(`${name} never came in`);
}

const lines = 60;
const bad = { loss: 15, repeat: 15, reorder: 15 };

/** Three talk over links that lose, repeat and reorder; dave's link is good, so he knows what the room told. */
async function talk(program: Program, seed: number) {
  const place = open({ program, flags: { burst: 1_000 } });
  const dave = await member(place, 'dave', {});
  const others = [];
  for (const [index, name] of ['alice', 'bob', 'carol'].entries())
    others.push(await member(place, name, { ...bad, seed: seed + 10 * index }));
  for (let nth = 1; nth <= lines; nth++) {
    for (const { connection, name } of others) connection.trySend(`${name}-${nth}`);
    await place.pass(50);
  }
  await place.pass(5_000);
  return { dave, others };
}

/**
 * All that must be true of what dave heard of one of them: each line once, and every other one told
 * as missing.
 */
function check({ heard }: Log, name: string): void {
  const words = heard.filter(text => text.startsWith(`[${name}] `));
  const numbers = words.map(text => Number(text.split('-').at(-1)));
  assert.equal(new Set(numbers).size, numbers.length, `${name} was heard twice`);
  const inTime = words.filter(text => !text.includes('(late)'));
  const order = inTime.map(text => Number(text.split('-').at(-1)));
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
    `${name} out of order`,
  );
  const told = heard.map(text =>
    new RegExp(`^\\* (\\d+) missing from ${name}$`).exec(text),
  );
  const missing = told.reduce((sum, match) => sum + Number(match?.[1] ?? 0), 0);
  const late = words.length - inTime.length;
  assert.equal(
    words.length + missing - late,
    lines,
    `${name}'s lines are not all accounted for`,
  );
}

it.for([1, 2, 3])(
  'accounts for every line, whatever the links do (seed %i)',
  async (seed, test) => {
    if (seed > 1) takesLong(test);
    const { dave, others } = await talk(udp, seed);
    for (const { name } of others) check(dave, name);
    expect(dave.missing).toBe(0);
    const lost = dave.heard.filter(text => text.includes('missing from'));
    expect(lost.length).toBeGreaterThan(0);
    for (const { heard } of others) expect(heard.length).toBeGreaterThan(lines);
  },
);

class SaysTheSixthTwice extends DatagramRoom {
  override say(author: Member, words: string): void {
    super.say(author, words.replace(/-7$/, '-6'));
  }
}

it('convicts a room that says something twice', async () => {
  const twice: Program = {
    ...udp,
    serve: (connections, { clock }) =>
      serve(
        connections,
        new SaysTheSixthTwice({ clock, newestOnly: false, limit: 1_100 }),
      ),
  };
  const { dave } = await talk(twice, 1);
  expect(() => check(dave, 'alice')).toThrow('heard twice');
});
