import { numeral } from './fewer-events.ts';

/** A scene may not have more characters than this, in what its people say. */
export const longest = 1_048_576;

/** A short text can stand for a long one: `x\{99999}`. Parsing it must not use up the memory. */
export function checkSize(text: string): void {
  const again = [...text.matchAll(/\\\{(\d+)\}/g)].map(([, times]) => Number(times));
  const size = again.reduce((sum, times) => sum + times, text.length);
  if (size > longest)
    throw new Error(`the scene has over ${numeral(longest)} characters`);
}
