// A frame carries bytes. Both ends must agree on what they mean: a list is not its text.

import { inspect, isDeepStrictEqual } from 'node:util';
import { lines, text } from '../../../lib/framing/index.ts';
import type { Claim, LessonStage } from '../../../lib/terminal/play/course.ts';
import { grid } from '../../../lib/view/rows/grid.ts';
import { read } from '../reading.ts';

const values = [
  ['milk', 'tea, hot', ['sugar', 2]],
  { name: 'Zoë', note: 'two\nlines' },
];

/** How to convert a value to a message, and a message to a value. */
export interface Notation {
  stringify(value: unknown): string;
  parse(message: string): unknown;
}
const asText: Notation = { stringify: String, parse: message => message.split(',') };

export async function listAndDict(
  stage: LessonStage,
  notation: Notation = JSON,
): Promise<Claim> {
  await stage.tell('Two messages: a list and a dict.');
  await stage.show(grid([['what they are'], ...values.map(value => [inspect(value)])]));
  await stage.ask('We send them as text, as String() writes it. What arrives?');
  const texts = await passed(asText);
  await stage.tell(
    'The list is flat, and the comma in one item made it two; the dict is lost. Now in JSON:',
  );
  const right = await passed(notation);
  await stage.tell(
    'JSON writes the line break inside the note as \\n. So a line carries any JSON value.',
  );
  return {
    ok: right === values.length,
    found: `a list and a dict: as text ${texts} of 2 came back, as JSON ${right} of 2`,
  };

  /** Returns how many values came back unchanged. */
  async function passed({ stringify, parse }: Notation): Promise<number> {
    const codec = text(lines());
    const frames = values.map(value => codec.encode(stringify(value)));
    const { messages } = read(codec, frames);
    const back = messages.map(parse);
    await stage.show(
      grid([
        ['on the wire', 'what came back'],
        ...messages.map((message, at) => [message, inspect(back[at])]),
      ]),
    );
    return values.filter((value, at) => isDeepStrictEqual(value, back[at])).length;
  }
}
