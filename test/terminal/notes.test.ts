import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { p2m } from '../../demos/p2m/demo.ts';
import { openRecording } from '../../lib/terminal/record/open-recording.ts';
import { memoryLink } from '../../lib/transport/memory/memory.ts';
import { memory } from '../chaos/rest.ts';
import { takesLong } from '../long.ts';

const turn = () => new Promise(resolve => setImmediate(resolve));

/** Members come, are told a lot, and go. */
async function busy(chosen: { wire: boolean; trace?: string }) {
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
  const run = async (turns: number) => {
    for (let at = 0; at < turns; at++) {
      const observer = book.observer(memoryLink(`link ${++links}`, 'a', 'b')[0], 'a');
      observer?.({ what: 'opened', by: 'peer' });
      for (let said = 0; said < 200; said++) {
        const text = `${said} ${'x'.repeat(900)}`;
        const bytes = Buffer.from(text);
        observer?.({
          what: 'sent',
          by: 'self',
          kind: 'message',
          text,
          size: bytes.length,
        });
        observer?.({ what: 'chunk', by: 'self', bytes, size: bytes.length });
      }
      observer?.({ what: 'closed', by: 'self' });
      await turn();
    }
  };
  return { run, shown, book };
}

it.for(['wire', 'jsonl'])(
  'what a server tells of itself takes no memory: %s',
  async (kind, test) => {
    if (kind !== 'wire') takesLong(test);
    const folder = mkdtempSync(join(tmpdir(), 'duplex-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, `run.${kind}`);
    const chosen = kind === 'wire' ? { wire: true } : { wire: false, trace: file };
    const { run, shown, book } = await busy(chosen);
    await run(3);
    const before = memory();
    await run(20);
    // More than 3 MB were said in it, in 8,000 events.
    expect(memory() - before).toBeLessThan(4);
    await book.close();
    if (kind === 'wire') expect(shown.rows).toBeGreaterThan(1_000);
    else expect(readFileSync(file, 'utf8').length).toBeGreaterThan(100_000);
  },
);
