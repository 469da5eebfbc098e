import { describe, expect, it } from 'vitest';
import { LivePicture } from '../../lib/terminal/record/live-picture.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';

/** What is shown of what one end sees. `opened 1`: caller 1 connects. */
function picture(together: boolean) {
  const rows: string[] = [];
  const live = new LivePicture({
    mode: 'full-duplex',
    end: 'room',
    together,
    window: { columns: () => 80, plain: false },
    show: more => rows.push(...more),
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
  return { happens, drawn };
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
});
