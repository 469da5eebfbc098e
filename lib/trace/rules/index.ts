import { fullDuplex } from './full-duplex.ts';
import { halfDuplex } from './half-duplex.ts';
import type { Rule } from './rule.ts';
import { simplex } from './simplex.ts';

/** The modes in the telephony sense (docs/words.md), each with its rule. There is no other list of them. */
export const rules = {
  simplex,
  'half-duplex': halfDuplex,
  'full-duplex': fullDuplex,
} as const satisfies Record<string, Rule>;

export type Mode = keyof typeof rules;

export const modes = Object.keys(rules) as readonly Mode[];

export const isMode = (name: string): name is Mode => Object.hasOwn(rules, name);

/** The mode that forbids nothing, as TCP itself does. */
export const freest: Mode = 'full-duplex';
