import { fullDuplexRule } from './full-duplex.ts';
import { halfDuplexRule } from './half-duplex.ts';
import type { Rule } from './rule.ts';
import { simplexRule } from './simplex.ts';

/** The modes in the telephony sense (docs/words.md), each with its rule. There is no other list of them. */
export const rules = {
  simplex: simplexRule,
  'half-duplex': halfDuplexRule,
  'full-duplex': fullDuplexRule,
} as const satisfies Record<string, Rule>;

export type Mode = keyof typeof rules;

export const modes = Object.keys(rules) as readonly Mode[];

export const isMode = (name: string): name is Mode => Object.hasOwn(rules, name);

/** The mode that forbids nothing, as TCP itself does. */
export const freest: Mode = 'full-duplex';
