import { clean } from '../../lib/connection/clean.ts';
import { drawn, type TraceEvent } from '../../lib/trace/event.ts';
import { joined } from '../../lib/trace/joined.ts';
import { eventIn } from '../../lib/trace/jsonl.ts';
import { oneRecord } from '../../lib/trace/one-record.ts';
import type { TraceRecord } from '../../lib/trace/record.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';
import { judgeRecords } from '../../lib/trace/verdict.ts';
import { findingOf } from '../../lib/trace/verdict-line.ts';
import { withFrameBytes } from '../../lib/view/bytes/frame-bytes.ts';
import { mostShown, numeral } from './fewer-events.ts';
import { type LabRun, type Moment, nothingBut } from './lab-run.ts';
import { ScreensSoFar } from './screens.ts';

/** A file that the reader has dropped on the lab: one event per line. */
export interface RecordFile {
  readonly name: string;
  readonly text: string;
}

/** A longer line is refused, in characters: no event of ours has one. */
const longestLine = 1_048_576;
/** The most programs of one run: more could not be drawn, and would freeze the page. */
const mostEnds = 2_000;
/** More events than this are not read, and not judged. */
const mostRead = 100_000;
/** A run has no more moments than this: with more events, several share a moment. */
const mostMoments = 2_000;

/** Returns the run that these files recorded, judged by `mode`. */
export function runOfRecords(files: readonly RecordFile[], mode: Mode): LabRun {
  try {
    const most = Math.floor(mostRead / files.length);
    const records = files.map(file => readRecord(file, most));
    checkEnds(records);
    const { events: all, lanes } = picturedOf(records);
    const events = all.slice(0, mostShown);
    if (events.length === 0) return nothingBut({ words: 'no events' }, mode);
    const finding = findingOf(judgeRecords(mode, records));
    const run = { mode, lanes, events, shown: events, rule: {}, finding };
    const whole = { moments: momentsOf(events), ...cutIn(records, all.length) };
    return {
      ...run,
      ...whole,
      ...(files.length > 1 && { record: oneRecord(records) }),
    };
  } catch (error) {
    return nothingBut({ words: clean((error as Error).message) }, mode);
  }
}

interface Read extends TraceRecord {
  /** Set if the file has more events than were read. */
  readonly cut: boolean;
}

function readRecord({ name, text }: RecordFile, most: number): Read {
  const events: TraceEvent[] = [];
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    if (line.length > longestLine)
      throw new Error(
        `${name}, line ${number}: over ${numeral(longestLine)} characters`,
      );
    const event = eventAt(name, line, number);
    if (event === undefined) continue;
    if (events.length === most) return { name, events, cut: true };
    events.push(cleaned(event));
  }
  return { name, events, cut: false };
}

function checkEnds(records: readonly Read[]): void {
  const ends = new Set(records.flatMap(({ events }) => events.map(({ end }) => end)));
  if (ends.size > mostEnds) throw new Error(`over ${numeral(mostEnds)} ends`);
}

function eventAt(name: string, line: string, number: number): TraceEvent | undefined {
  try {
    return eventIn(line, number);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}

/** Line by line: a file may be so large that nobody wants all of its lines. */
function* linesOf(text: string): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    yield text.slice(at, end < 0 ? undefined : end);
    at = end < 0 ? text.length : end + 1;
  }
}

/** A stranger's file may have any characters. */
const cleaned = (event: TraceEvent): TraceEvent => ({
  ...event,
  end: clean(event.end),
  link: clean(event.link),
  ...(event.text !== undefined && { text: clean(event.text) }),
  ...(event.reason !== undefined && { reason: clean(event.reason) }),
});

/** A single record keeps its chunks and its order. Several are joined, and have frames in place of chunks. */
function picturedOf(records: readonly TraceRecord[]) {
  const [first, second] = records;
  if (first !== undefined && second === undefined)
    return { events: first.events, lanes: joined(records).lanes };
  return joined(
    records.map(({ name, events }) => ({ name, events: withFrameBytes(events) })),
  );
}

/** One moment for each event that is drawn, if there are not too many. */
function momentsOf(events: readonly TraceEvent[]): Moment[] {
  const together = Math.ceil(events.filter(drawn).length / mostMoments);
  const screens = new ScreensSoFar();
  const moments: Moment[] = [];
  let seen = 0;
  for (const [at, event] of events.entries()) {
    const { what, end, text } = event;
    if (what === 'received' && text !== undefined) screens.add(end, text);
    if (drawn(event)) seen++;
    const last = at === events.length - 1;
    if (!last && (!drawn(event) || seen % together > 0)) continue;
    const upTo = at + 1;
    moments.push({ is: 'step', line: 0, upTo, shown: upTo, screens: screens.now() });
  }
  return moments;
}

function cutIn(records: readonly Read[], events: number): Pick<LabRun, 'problem'> {
  const cut = records.filter(one => one.cut).map(({ name }) => name);
  const words = [
    ...(cut.length > 0
      ? [`only the first ${numeral(mostRead)} events are read: ${cut.join(', ')}`]
      : []),
    ...(events > mostShown
      ? [
          `only the first ${numeral(mostShown)} events are shown; the verdict is about ${numeral(events)}`,
        ]
      : []),
  ];
  return words.length > 0 ? { problem: { words: clean(words.join('; ')) } } : {};
}
