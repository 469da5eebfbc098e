import { basename } from 'node:path';
import { clean } from '../../connection/clean.ts';
import { helpRows } from '../../options/help.ts';
import { otherwise } from '../../options/meant.ts';
import { oneOf, onOff, word } from '../../options/option.ts';
import { readOptions } from '../../options/read.ts';
import { UsageError } from '../../options/usage-error.ts';
import { withLog } from '../../trace/log-of-nodes.ts';
import { plural } from '../../trace/naming.ts';
import { type OrderAtNodes, orderAtNodes } from '../../trace/order-at-nodes.ts';
import type { TraceRecord } from '../../trace/record.ts';
import { isMode, modes } from '../../trace/rules/index.ts';
import { turnRules } from '../../trace/rules/options.ts';
import { severalRuns } from '../../trace/several-runs.ts';
import { judgeRecords, type Verdict } from '../../trace/verdict.ts';
import { findingOf } from '../../trace/verdict-line.ts';
import { columns, foldTo, lineWidth } from '../fold.ts';
import { complain, leaveWhenNobodyReads, print, withoutColour } from '../output.ts';
import { printVerdict } from '../play/print-verdict.ts';
import { toStart } from '../to-start.ts';
import { drawJoined } from './draw-joined.ts';
import { bytesFor } from './keep-record.ts';
import { readRecord } from './record-file.ts';

const usage = `MODE FILE...: a mode (${modes.join(', ')}), then records (.jsonl)`;
const example = toStart('verdict', 'half-duplex alice.jsonl station.jsonl');

const options = {
  turns: oneOf(
    'RULE',
    turnRules,
    'half-duplex: strict means that the caller speaks first, one message per turn; free, that no two messages cross',
    'strict',
  ),
  from: word('NAME', 'simplex: the end that may speak, if it is not the caller'),
  draw: onOff('draw the joined records as one picture'),
  plain: onOff('print one sentence per event instead of a drawing'),
  ascii: onOff('draw with ASCII characters only'),
  trace: word(
    'FILE',
    'write the joined records: .jsonl, .mmd (Mermaid), .svg or .html',
  ),
  help: onOff('show this help'),
};

/** The exit code for each result; 2 is for records that cannot be judged. */
const exitCodes: Record<Verdict['result'], number> = {
  kept: 0,
  shown: 0,
  violated: 1,
  undecided: 3,
};
const cannotJudge = 2;

/**
 * `npm run verdict`: judges records that several programs kept of one run. Returns the exit code.
 */
export function runVerdict(args: string[]): number {
  leaveWhenNobodyReads();
  try {
    return args.includes('--help') ? help() : judged(args);
  } catch (error) {
    const { message } = error as Error;
    complain(
      clean(
        error instanceof UsageError
          ? `verdict: ${message}`
          : `verdict: cannot judge: ${message}`,
      ),
    );
    return cannotJudge;
  }
}

function help(): number {
  for (const row of foldTo(lineWidth(), toStart('verdict', usage), '    ')) print(row);
  for (const row of columns(helpRows(options), lineWidth())) print(row);
  const codes =
    'exit codes: 0 kept or shown, 1 violated, 2 cannot be judged, 3 undecided';
  for (const row of foldTo(lineWidth(), codes, '    ')) print(row);
  return 0;
}

function judged(args: string[]): number {
  const { mode, files, turns, from, picture } = read(args);
  if (picture.plain) withoutColour();
  const bytes = bytesFor(picture.trace);
  const given = files.map(file => ({
    name: basename(file),
    events: readRecord(file, bytes),
  }));
  areOfOneRun(given);
  const records = withLog(given);
  const verdict = judgeRecords(mode, records, {
    turns,
    ...(from !== undefined && { from }),
  });
  const finding = findingOf(verdict);
  drawJoined(mode, records, finding, picture);
  const order = orderAtNodes(given);
  if (order !== undefined) print(orderLine(order));
  printVerdict(finding.ok, clean(finding.line), picture.ascii);
  return exitCodes[verdict.result];
}

const orderLine = ({ isOne, nodes, members, messages }: OrderAtNodes): string =>
  `order: ${isOne ? 'one order' : 'several orders'} at ${nodes} nodes · ${plural(messages, 'message')}, sent to ${plural(members, 'member')}`;

function areOfOneRun(records: readonly TraceRecord[]): void {
  const runs = severalRuns(records);
  if (runs === undefined) return;
  const names = runs.map(run => run.join(' and ')).join('; ');
  throw new Error(
    `these records are of ${runs.length} runs that share no link (${names}): judge each run alone`,
  );
}

function read(args: string[]) {
  const words: string[] = [];
  const { turns, from, ...picture } = readOptions(args, options, {
    word: word => void words.push(word),
  });
  const [mode = '', ...files] = words;
  if (mode !== '' && !isMode(mode))
    throw new UsageError(`no mode "${mode}": ${otherwise(mode, modes)}`);
  if (mode === '' || files.length === 0)
    throw new UsageError(`expected ${usage}, such as ${example}`);
  return { mode, files, turns, from, picture };
}
