/** Returns some lines of a screen: `5-6,8,-1` counts from 1, or with a minus from the end. */
export function only(ranges: string, screen: readonly string[]): string[] {
  return ranges.split(',').flatMap(range => {
    if (range.startsWith('-')) return screen.slice(Number(range));
    const [first = '1', last = first] = range.split('-');
    return screen.slice(Number(first) - 1, Number(last));
  });
}
