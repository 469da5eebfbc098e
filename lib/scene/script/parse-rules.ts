import type { Fail } from './verb.ts';

/**
 * `H3 T12`: numbers of rules in docs/protocol-tcp.md or docs/protocol.md. Whether they exist is for
 * a test to say.
 */
export function parseRules(text: string, fail: Fail): string[] {
  const rules = text.split(/\s+/).filter(Boolean);
  const strange = rules.find(rule => !/^[A-Z][1-9]\d*$/.test(rule));
  if (strange !== undefined)
    fail(`expected rules such as "H3 T12", found "${strange}"`);
  return rules;
}
