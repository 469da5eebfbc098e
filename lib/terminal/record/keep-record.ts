import { accessSync, constants, existsSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { UsageError } from '../../options/usage-error.ts';
import type { TraceEvent } from '../../trace/event.ts';
import { toJsonLines } from '../../trace/jsonl.ts';
import type { Mode } from '../../trace/rules/index.ts';
import type { Finding } from '../../trace/verdict-line.ts';
import type { RolesOf } from '../../view/bytes/roles.ts';
import { html } from '../../view/export/html.ts';
import { mermaid } from '../../view/export/mermaid.ts';
import { svg } from '../../view/export/svg.ts';
import { RunError } from '../flags/failure.ts';
import { FirstBytes } from './first-bytes.ts';
import { pageParts } from './page-parts.ts';

interface Run {
  readonly events: readonly TraceEvent[];
  readonly mode: Mode;
  readonly lanes: readonly string[];
  readonly title: string;
  /** Which part of the run is here, if not all of it. */
  readonly note?: string;
  readonly verdicts?: readonly Finding[];
  /** The roles of a frame's bytes, where its framing is known. */
  readonly rolesOf?: RolesOf | undefined;
  /** The end of this link that keeps no record. */
  readonly peerOf?: (link: string) => string | undefined;
}

const formats: Record<string, (run: Run) => string> = {
  '.jsonl': ({ events }) => toJsonLines(events),
  '.mmd': ({ events, ...run }) => mermaid(events, run),
  '.svg': ({ events, ...run }) => svg(events, run),
  '.html': ({ events, ...run }) => html(events, run, pageParts()),
};

/** Which bytes this file will show; `undefined`: none. */
export const bytesFor = (file: string | undefined): FirstBytes | undefined =>
  file !== undefined && extname(file) === '.html' ? new FirstBytes() : undefined;

/**
 * Checks the file name before a run, so that nobody plays a scene for a record that cannot be
 * written.
 */
export function checkRecord(file: string): void {
  if (!Object.hasOwn(formats, extname(file))) {
    const endings = Object.keys(formats).join(', ');
    throw new UsageError(`--trace must end in ${endings}, found "${file}"`);
  }
  const place = existsSync(file) ? file : dirname(file);
  orSay(file, () => accessSync(place, constants.W_OK));
}

export function keepRecord(file: string, run: Run): void {
  orSay(file, () => writeFileSync(file, formats[extname(file)]?.(run) ?? ''));
}

function orSay(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    unwritable(file)(error);
  }
}

/** Returns a handler that throws an error: the record cannot be written to that file, and why. */
export const unwritable =
  (file: string) =>
  (error: unknown): never => {
    const { code = error } = error as NodeJS.ErrnoException;
    throw new RunError(`cannot write the record to ${file} (${code}): choose another`);
  };
