import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { LivePicture } from '../../lib/terminal/record/live-picture.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';

/** What is shown of what one end sees. `opened 1`: caller 1 connects. */
function picture(together: boolean, mode: Mode = 'full-duplex', plain = false) {
  const rows: string[] = [];
  const clock = new VirtualClock();
  const live = new LivePicture({
    mode,
    end: 'room',
    together,
    window: { columns: () => 80, plain },
    outlet: { show: more => rows.push(...more.split('\n')), waiting: () => 0, clock },
  });
  let n = 0;
  const happens = (what: TraceEvent['what'], caller: number, text?: string) => {
    const by = what === 'sent' ? 'self' : 'peer';
    const more =
      text === undefined ? {} : ({ text, kind: 'message', size: 9 } as const);
    const number = what === 'closed' ? 0 : ++n;
    const place = { end: 'room', link: `link ${caller}`, at: 0, n: number };
    live.take({ what, by, ...place, ...more }, `caller ${caller}`);
  };
  const drawn = () => {
    live.draw();
    return rows.splice(0).map(row => row.trim());
  };
  const second = () => clock.moveTo(clock.now() + 1_000);
  return { happens, drawn, second, live, clock };
}

/** A picture in sentences, in which one caller says a lot within a second. */
function flooded(messages: number, text = 'Tea?') {
  const all = picture(true, 'full-duplex', true);
  all.happens('opened', 1);
  for (let said = 0; said < messages; said++) all.happens('received', 1, text);
  return all;
}

const heads = (rows: readonly string[]) =>
  rows.filter(row => /^caller \d/.test(row)).map(row => row.split(/ {2,}/));

describe('the picture of what a server sees', () => {
  it('names the lanes once, and again when somebody comes or goes', () => {
    const { happens, drawn } = picture(true);
    happens('opened', 1);
    expect(heads(drawn())).toEqual([['caller 1', 'room']]);
    happens('received', 1, 'Tea?');
    expect(heads(drawn())).toEqual([]);
    happens('opened', 2);
    expect(heads(drawn())).toEqual([['caller 1', 'room', 'caller 2']]);
    happens('closed', 1);
    happens('received', 2, 'Yes');
    drawn();
    happens('received', 2, 'Yes');
    expect(heads(drawn())).toEqual([['caller 2', 'room']]);
  });

  it('has a picture for each caller of a server that passes nothing on', () => {
    const { happens, drawn } = picture(false);
    for (const caller of [1, 2]) happens('opened', caller);
    expect(heads(drawn())).toEqual([
      ['caller 1', 'room'],
      ['caller 2', 'room'],
    ]);
    happens('received', 2, 'Tea?');
    expect(heads(drawn())).toEqual([]);
    happens('received', 1, 'Tea?');
    expect(heads(drawn())).toEqual([['caller 1', 'room']]);
  });

  it('gives only its own numbers: the other end keeps no record here', () => {
    const { happens, drawn } = picture(true);
    happens('opened', 1);
    happens('received', 1, 'Tea?');
    happens('sent', 1, 'Yes');
    const numbers = drawn()
      .join('\n')
      .match(/\b\d+\b/g);
    expect(numbers).toEqual(['1', '1', '2', '3']);
  });

  it('draws what was said before somebody left, and their goodbye', () => {
    const { happens, drawn } = picture(true);
    happens('opened', 1);
    happens('received', 1, 'Tea?');
    happens('ended', 1);
    happens('closed', 1);
    expect(drawn().filter(row => /Tea\?|FIN/.test(row))).toHaveLength(2);
  });

  it('leaves out what is too much for a second, says so, and goes on with the right numbers', () => {
    const { happens, drawn, second, live, clock } = flooded(2_300);
    const shown = drawn();
    expect(shown.filter(row => row.includes('Tea?'))).toHaveLength(300);
    expect(shown.at(-1)).toMatch(/^301 /);
    second();
    happens('received', 1, 'Yes');
    const [notice, row] = drawn();
    expect(notice).toBe('… 2,000 events not shown: more than can be shown in time');
    expect(row).toMatch(/^2302 /);
    for (let said = 0; said < 301; said++) happens('received', 1, 'Tea?');
    live.close();
    expect(drawn().at(-1)).toBe('… 2 events not shown: more than can be shown in time');
    // A process that is ready to exit does not wait for the next second.
    expect(clock.next).toBeUndefined();
  });

  it('counts a long message as many short ones, because all of it is drawn', () => {
    const { drawn } = flooded(50, 'x'.repeat(6_000));
    expect(drawn().filter(row => row.includes('hears from'))).toHaveLength(10);
  });

  it('shows that somebody leaves even while messages are left out', () => {
    const { happens, drawn } = flooded(1_000);
    happens('ended', 1);
    expect(drawn().at(-1)).toBe('1002 room hears that caller 1 ended');
  });

  it('knows whose turn it is after messages that it left out', () => {
    const { happens, drawn, second } = picture(false, 'half-duplex', true);
    happens('opened', 1);
    for (let said = 0; said < 200; said++) {
      happens('received', 1, 'Tea?');
      happens('sent', 1, 'Yes');
    }
    happens('received', 1, 'Tea?');
    drawn();
    second();
    happens('sent', 1, 'Yes');
    expect(drawn().join('\n')).not.toContain('out of turn');
  });
});
