import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';

/** Gives a test a window of `columns` cells, and returns all that is written to it. Unstub it afterwards. */
export function writtenIn(columns: number): () => string {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const stdout = { isTTY: true, columns, on() {}, write };
  vi.stubGlobal('process', Object.create(process, { stdout: { value: stdout } }));
  return () => written;
}

/** Returns what stands in the rows of that window. */
export function shownIn(columns: number): () => string[] {
  const written = writtenIn(columns);
  return () => stripVTControlCharacters(written()).trimEnd().split('\n');
}
