import { type Door, doors } from '../world/doors.ts';
import { parseFaults } from './parse-faults.ts';
import type { Step } from './scene.ts';
import { readBytes, readText } from './text.ts';
import { parseTime } from './time.ts';

type Fail = (problem: string) => never;

/** Verbs that stand alone. Both forms, for one and for several: `alice ends`, `alice, bob end`. */
const bare = {
  'hears? nothing': 'hear nothing',
  'hears? the end': 'hear the end',
  'hears? the reset': 'hear the reset',
  'finish(?:es)?': 'finish',
  'ends?': 'end',
  'vanish(?:es)?': 'vanish',
  'stalls?': 'stall',
  'resumes?': 'resume',
  'stops?': 'stop',
  'starts?': 'start',
} as const;

/** Verbs with words behind them. */
const spoken = {
  'says?': 'say',
  'begins?': 'begin',
  'hears?': 'hear',
  'sees?': 'see',
} as const;

const name = '\\p{L}[\\p{L}\\p{M}\\p{Nd}_-]*';
const subject = new RegExp(`^(${name}(?:, ${name})*) (.*)$`, 'su');

/** One line of a scene: narration, a question, time, or WHO does what. */
export function parseStep(text: string, line: number, fail: Fail): Step {
  if (text.startsWith('-- ')) return { do: 'narrate', line, text: text.slice(3) };
  if (text.startsWith('?? ')) return { do: 'ask', line, text: text.slice(3) };
  if (/^\d+ ?m?s pass$/.test(text)) {
    return { do: 'pass', line, ms: parseTime(text.replace(/ pass$/, ''), fail) };
  }
  const [, names, action = ''] = subject.exec(text) ?? [];
  if (names === undefined) {
    return fail(
      `expected "WHO does what", "-- narration" or "?? question", found "${text}"`,
    );
  }
  return parseAction(names.split(', '), action, line, fail);
}

const connecting =
  /^connects?(?: (?:as (\S+)|(without a name)))?(?: over (\S+))?(?: with (.+))?$/;

function parseAction(who: string[], action: string, line: number, fail: Fail): Step {
  const connects = connecting.exec(action);
  if (connects) {
    const [, name, nameless, over = 'tcp', link = ''] = connects;
    const as = nameless === undefined ? name : '';
    const [door, faults] = [parseDoor(over, fail), parseFaults(link, fail)];
    const step = { do: 'connect', line, who, door, faults } as const;
    return as === undefined ? step : { ...step, as };
  }
  const floods = /^floods?(?: until (\S+) is cut)?$/.exec(action);
  if (floods) {
    const [, until] = floods;
    return { do: 'flood', line, who, ...(until && { until }) };
  }
  const [, bytes] = /^writes? (.*)$/s.exec(action) ?? [];
  if (bytes !== undefined)
    return { do: 'write', line, who, bytes: readBytes(bytes, fail) };
  for (const [pattern, verb] of entries(bare)) {
    if (new RegExp(`^${pattern}$`).test(action)) return { do: verb, line, who };
  }
  for (const [pattern, verb] of entries(spoken)) {
    const [, text] = new RegExp(`^${pattern} (.*)$`, 's').exec(action) ?? [];
    if (text !== undefined) return { do: verb, line, who, ...readText(text, fail) };
  }
  return fail(
    `expected a verb (connects, says, begins, finishes, writes, hears, sees, ends, vanishes, stalls, resumes, floods, stops, starts), found "${action}"`,
  );
}

function parseDoor(word: string, fail: Fail): Door {
  const door = doors.find(one => one === word);
  return door ?? fail(`expected a door (${doors.join(', ')}), found "${word}"`);
}

const entries = <K extends string, V>(record: Record<K, V>): [K, V][] =>
  Object.entries(record) as [K, V][];
