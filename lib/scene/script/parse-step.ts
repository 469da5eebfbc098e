import type { Step } from './scene.ts';
import { parseTime } from './time.ts';
import type { Fail } from './verb.ts';
import { type Action, rowOf, type VerbName, verbs } from './verbs.ts';

const name = '\\p{L}[\\p{L}\\p{M}\\p{Nd}_-]*';
const subject = new RegExp(`^(${name}(?:, ${name})*) (.*)$`, 'su');

/** Reads one line of a scene: narration, a question, time, or WHO does what. */
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

function parseAction(who: string[], action: string, line: number, fail: Fail): Action {
  for (const verb of Object.keys(verbs) as VerbName[]) {
    const { form, read } = rowOf(verb);
    const groups = form.exec(action);
    if (groups)
      return { do: verb, line, who, ...(read(groups, fail) as object) } as Action;
  }
  return fail(`expected a verb (${verbWords.join(', ')}), found "${action}"`);
}

/** `connects`, `says`, and so on: each once. */
const verbWords = [
  ...new Set(Object.values(verbs).map(({ usage }) => usage.split(' ')[0])),
];
