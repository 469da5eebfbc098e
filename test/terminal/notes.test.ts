import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { openRecording } from '../../lib/terminal/record/open-recording.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { memory } from '../chaos/rest.ts';
import { takesLong } from '../long.ts';

const turn = () => new Promise(resolve => setImmediate(resolve));

/** A member is told a lot, and others come and go. */
async function busy(chosen: { wire: boolean; draw?: boolean; trace?: string }) {
  const shown = { rows: 0 };
  const show = (rows: string) => {
    shown.rows += rows.split('\n').length;
  };
  const book = await openRecording({
    chosen: { ascii: false, plain: false, trace: undefined, ...chosen },
    demo: p2m,
    end: 'room',
    show,
  });
  let links = 0;
  const opened = () => {
    const observer = book.observer(memoryLink(`link ${++links}`, 'a', 'b')[0], 'a');
    observer?.({ what: 'opened', by: 'peer' });
    return observer;
  };
  const stays = opened();
  const run = async (members: number) => {
    for (let at = 0; at < members; at++) {
      const goes = opened();
      for (let said = 0; said < 200; said++) {
        const text = `${said} ${'x'.repeat(900)}`;
        const bytes = Buffer.from(text);
        const size = bytes.length;
        stays?.({ what: 'sent', by: 'self', kind: 'message', text, size });
        stays?.({ what: 'chunk', by: 'self', bytes, size });
      }
      goes?.({ what: 'closed', by: 'self' });
      await turn();
    }
  };
  return { run, shown, book };
}

it.for(['wire', 'draw', 'jsonl'])(
  'what a server tells of itself takes no memory: %s',
  async (kind, test) => {
    if (kind === 'jsonl') takesLong(test);
    // More is shown in every second: here no second passes, however slow the machine is.
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = mkdtempSync(join(tmpdir(), 'duplex-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'run.jsonl');
    const chosen = { wire: kind === 'wire', draw: kind === 'draw' };
    const { run, shown, book } = await busy(
      kind === 'jsonl' ? { ...chosen, trace: file } : chosen,
    );
    // The first 10,000 events are kept for the verdict, until it is clear that there are more.
    await run(kind === 'wire' ? 4 : 51);
    const before = memory();
    await run(12);
    // More than 2 MB were said in it, in 4,800 events.
    expect(memory() - before).toBeLessThan(1);
    await book.close();
    if (kind !== 'jsonl') {
      expect(shown.rows).toBeGreaterThan(50);
      expect(shown.rows).toBeLessThan(3_000);
    } else expect(readFileSync(file, 'utf8').length).toBeGreaterThan(100_000);
  },
);
