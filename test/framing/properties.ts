import { costs } from './costs.ts';
import { results } from './results.ts';

/** What every framing keeps: each throws if the codec is wrong; none knows which it has. */
export const properties = { ...results, ...costs };

export type Property = keyof typeof properties;
