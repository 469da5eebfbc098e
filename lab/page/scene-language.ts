import { StreamLanguage, type StreamParser } from '@codemirror/language';
import { faultNames } from '../../lib/transport/faults/table.ts';

/** What has been read of a line: before who, before the verb, or its rest. */
interface Where {
  part: 'who' | 'verb' | 'rest';
}

/** How a line of a scene is coloured (docs/scenes.md has the grammar). */
const parser: StreamParser<Where> = {
  name: 'scene',
  startState: () => ({ part: 'who' }),
  token(stream, where) {
    if (stream.sol()) {
      where.part = 'who';
      if (stream.match(/^(#|--|\?\?).*/)) return 'comment';
      if (stream.match(/^[a-z]+:/)) return headerOrBlock(where);
      if (stream.match(/^(at once|in any order):/)) return 'keyword';
      if (stream.match(/^verdict\b/)) return headerOrBlock(where);
      if (stream.match(/^\d+ ?m?s pass$/)) return 'number';
    }
    if (stream.eatSpace()) return null;
    if (where.part === 'rest') return rest(stream);
    const more = stream.match(/^[^\s,]+/) && stream.match(/^,/);
    const token = where.part === 'who' ? 'variableName' : 'keyword';
    if (!more) where.part = where.part === 'who' ? 'verb' : 'rest';
    return token;
  },
};

function headerOrBlock(where: Where): string {
  where.part = 'rest';
  return 'keyword';
}

const fault = new RegExp(`^(${faultNames.join('|')})\\b`);

function rest(stream: Parameters<StreamParser<Where>['token']>[0]): string | null {
  if (stream.match(/^"(\\.|[^"\\])*"?/)) return 'string';
  if (stream.match(/^\d+(ms|s|%)?\b/)) return 'number';
  if (stream.match(fault)) return 'keyword';
  if (!stream.match(/^[^\s"]+/)) stream.next();
  return null;
}

export const sceneLanguage = StreamLanguage.define(parser);
