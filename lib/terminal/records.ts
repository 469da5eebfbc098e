import { readFileSync } from 'node:fs';
import type { TraceEvent } from '../trace/index.ts';
import { fromJsonLines } from '../trace/jsonl.ts';
import { RunError } from './failure.ts';

/** A record, and the file that it was read from. */
export interface RecordFile {
  readonly file: string;
  readonly events: readonly TraceEvent[];
}

/** Reads a record. Some editors put a byte order mark before a file: it belongs to no event. */
export function readRecord(file: string): RecordFile {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    return { file, events: fromJsonLines(text) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new RunError(
      code === undefined ? `${file}: ${message}` : `cannot read ${file} (${code})`,
    );
  }
}

/**
 * Throws if a record has no link in common with any other one: nothing in it can be joined. A record
 * without events says nothing, and is no reason to complain here.
 */
export function checkLinks(records: readonly RecordFile[]): void {
  const some = records.filter(({ events }) => events.length > 0);
  const alone = some.filter(
    one => !some.some(other => other !== one && share(one, other)),
  );
  if (some.length < 2 || alone.length === 0) return;
  const which =
    alone.length === some.length
      ? 'these records share no link'
      : `${alone.map(({ file }) => file).join(', ')} shares no link with the others`;
  throw new RunError(
    `${which}: give records of one run, in which the two ends talked directly, not through npm run link`,
  );
}

const linksOf = ({ events }: RecordFile) => new Set(events.map(({ link }) => link));

function share(one: RecordFile, other: RecordFile): boolean {
  const links = linksOf(one);
  return [...linksOf(other)].some(link => links.has(link));
}
