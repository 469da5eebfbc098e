import { describe, expect, it } from 'vitest';
import { Hub } from '../../lib/hub/hub.ts';
import type { Kind } from '../../lib/trace/event.ts';
import { someTasks } from '../connection/pair.ts';
import { hubOf, type Seat } from './seats.ts';

const names = Array.from({ length: 1_000 }, (_, index) => `m${index}`);

/** Looks at every member in every tick, as the hub did before. */
class LooksAtAll extends Hub<Seat> {
  override tell(member: Seat, text: string, kind: Kind): void {
    for (const { connection } of this.members) void connection.relay.wire.waiting;
    super.tell(member, text, kind);
  }
}

/** How many visits it costs to tell one member of a thousand something alone. */
async function visitsOf(Kind: typeof Hub<Seat>): Promise<number> {
  const { hub, seats } = hubOf({ Kind }, ...names);
  const count = () => (seats as Seat[]).reduce((sum, { visits }) => sum + visits, 0);
  await someTasks();
  const before = count();
  hub.tell(seats[1], '* psst', 'notice');
  await someTasks();
  expect(seats[1].caller.unread).toEqual(['* psst']);
  return count() - before;
}

describe('a tick with something for one member of a thousand', () => {
  it('visits that one', async () => {
    expect(await visitsOf(Hub)).toBe(1);
  });

  it('convicts the hub that looks at all', async () => {
    expect(await visitsOf(LooksAtAll)).toBeGreaterThan(1_000);
  });
});
