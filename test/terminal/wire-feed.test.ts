import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { WireFeed } from '../../lib/terminal/record/wire-feed.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { HexDump } from '../../lib/view/bytes/hex-dump.ts';

const about = { n: 0, at: 0, link: 'call', end: 'room', by: 'peer' } as const;
const chunk = (text: string): TraceEvent => {
  const bytes = Buffer.from(text);
  return { ...about, what: 'chunk', bytes, size: bytes.length };
};
const frame = (size: number): TraceEvent => ({ ...about, what: 'received', size });
const long = 'x'.repeat(1_023);

/** Counts how often it is asked for rows. */
class Counting extends HexDump {
  asked = 0;

  override rows(): string[] {
    this.asked++;
    return super.rows();
  }
}

/** A feed, and a screen that takes everything immediately, or nothing until it may. */
function watched() {
  const rows: string[] = [];
  let waiting = 0;
  const clock = new VirtualClock();
  const dump = new Counting();
  let writes = 0;
  const feed = new WireFeed(dump, {
    show(more) {
      writes++;
      rows.push(...more.split('\n'));
    },
    waiting: () => waiting,
    clock,
  });
  return {
    feed,
    rows,
    dump,
    writes: () => writes,
    stop: () => {
      waiting = 1_000_000;
    },
    goOn: () => {
      waiting = 0;
    },
    second: () => clock.moveTo(clock.now() + 1_000),
    says: (text: string, count = 1) => {
      for (let at = 0; at < count; at++) {
        feed.take(chunk(`${text}\n`));
        feed.take(frame(text.length + 1));
      }
    },
    notices: () => rows.filter(row => row.startsWith('…')),
  };
}

const drawn = () => Promise.resolve();

describe('the bytes on the wire, as they are shown', () => {
  it('leave out what is too much for a second, say so, and go on at the right place', async () => {
    const { says, rows, notices, writes, second } = watched();
    says(long, 3_000);
    await drawn();
    // 16 KiB, 16 bytes per row, and a title.
    expect(rows.length).toBeLessThan(1_100);
    second();
    // A write that waits costs more memory than its row: one for the rows, and one for the notice.
    expect(writes()).toBe(2);
    expect(notices()).toEqual([
      '… 2,984 chunks not shown: more than can be shown in time',
    ]);
    says('hi');
    await drawn();
    // 3,000 × 1,024 bytes stand before it.
    expect(rows.at(-1)).toMatch(/^2ee000 {2}\|\[68 69 0a\] +hi\.$/);
  });

  it('wait for a screen that takes nothing without keeping what it missed', async () => {
    const { says, rows, notices, stop, goOn, second } = watched();
    stop();
    for (let round = 0; round < 50; round++) {
      says('hi', 100);
      second();
    }
    await drawn();
    expect(rows).toEqual([]);
    goOn();
    second();
    expect(notices()).toEqual([
      '… 5,000 chunks not shown: more than can be shown in time',
    ]);
    says('hi');
    await drawn();
    expect(rows).toHaveLength(3);
  });

  it('are not drawn again for each of the frames in a chunk', async () => {
    const { feed, dump } = watched();
    feed.take(chunk('x\n'.repeat(8_000)));
    for (let at = 0; at < 8_000; at++) {
      feed.take(frame(2));
      if (at % 100 === 0) await drawn();
    }
    expect(dump.asked).toBe(1);
  });

  it('say what is missing even if nothing comes after it', async () => {
    const { feed, says, stop, notices } = watched();
    stop();
    says('hi');
    feed.close();
    expect(notices()).toEqual(['… 1 chunk not shown: more than can be shown in time']);
  });
});

it('keeps nothing of links that are gone', () => {
  const wire = new HexDump();
  for (let at = 0; at < 1_000; at++) {
    const link = `call ${at % 10}`;
    const seen = [chunk('hi\n'), frame(3), { ...about, what: 'closed' } as const];
    wire.draw(seen.map(event => ({ ...event, link })));
  }
  // A link that is used again starts over: at its first byte, with a frame.
  const again = wire.draw([{ ...chunk('hi\n'), link: 'call 1' }]);
  expect(again[1]).toMatch(/^000000 {2}\|\[68/);
});
