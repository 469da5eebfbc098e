/** Reads `50ms`, `50 ms`, `60s` or `60 s`. Returns milliseconds. */
export function parseTime(text: string, fail: (problem: string) => never): number {
  const [, amount, unit] = /^(\d+)\s*(ms|s)$/.exec(text) ?? [];
  if (amount === undefined)
    return fail(`expected a time such as 50ms or 60s, found "${text}"`);
  return Number(amount) * (unit === 's' ? 1_000 : 1);
}
