import { extname } from 'node:path';
import { joined } from '../../trace/joined.ts';
import { oneRecord } from '../../trace/one-record.ts';
import type { TraceRecord } from '../../trace/record.ts';
import type { Mode } from '../../trace/rules/index.ts';
import type { Finding } from '../../trace/verdict-line.ts';
import { withFrameBytes } from '../../view/bytes/frame-bytes.ts';
import { wordsIn } from '../../view/ladder/gaps.ts';
import { Picture } from '../../view/meaning/picture.ts';
import { viewIn } from '../../view/style.ts';
import { columnsHere } from '../line/window.ts';
import { asciiOnly, colours, print } from '../output.ts';
import { checkRecord, keepRecord } from './keep-record.ts';

/** How `npm run verdict` shows the records, besides its line. */
export interface JoinedPicture {
  readonly draw: boolean;
  readonly plain: boolean;
  readonly ascii: boolean;
  /** A file for the picture. */
  readonly trace: string | undefined;
}

/** Draws the records of one run as one picture, here or in a file. */
export function drawJoined(
  mode: Mode,
  records: readonly TraceRecord[],
  verdict: Finding,
  { draw, plain, ascii, trace }: JoinedPicture,
): void {
  if (!draw && trace === undefined) return;
  if (trace !== undefined) checkRecord(trace);
  // The joined record has no chunks, so each frame gets its bytes before.
  const { events, lanes } = joined(
    records.map(({ name, events }) => ({ name, events: withFrameBytes(events) })),
  );
  if (draw) for (const row of rowsOf()) print(row);
  const title = records.map(({ name }) => name).join(', ');
  if (trace !== undefined) {
    const kept = extname(trace) === '.jsonl' ? oneRecord(records) : events;
    keepRecord(trace, { events: kept, mode, lanes, title, verdicts: [verdict] });
  }

  function rowsOf(): string[] {
    const look = { ascii: ascii || asciiOnly(), paint: colours };
    const words = wordsIn(new Picture({ mode, lanes }).add(events));
    const window = { columns: columnsHere, plain };
    const picture = viewIn(window, { ...look, mode, lanes, words });
    return [...picture.head(), ...picture.draw(events)];
  }
}
