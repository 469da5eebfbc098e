import { Row } from '../ladder/canvas.ts';
import type { Ink } from '../text/paint.ts';
import { cells } from '../text/width.ts';
import type { Figure, Look } from './figure.ts';

export interface Meter {
  readonly label: string;
  readonly value: number;
  /** The value in words: `64 KiB`. */
  readonly reading: string;
  readonly ink?: Ink;
}

const margin = 5;
const longestBar = 40;

/** Some values as bars, all on one scale, so that the eye can compare them. */
export const meters = (given: readonly Meter[]): Figure => ({
  draw: look => draw(given, look),
  tell: () => given.map(({ label, reading }) => `${label}: ${reading}`),
});

function draw(given: readonly Meter[], { width, paint, ascii }: Look): string[] {
  const barAt = margin + 2 + Math.max(...given.map(({ label }) => cells(label)));
  const readingRoom = 2 + Math.max(...given.map(({ reading }) => cells(reading)));
  const longest = Math.min(longestBar, width - barAt - readingRoom);
  const most = Math.max(1, ...given.map(({ value }) => value));
  return given.map(({ label, value, reading, ink = 'message' }) => {
    const length = Math.round((longest * value) / most);
    const sliver = value > 0 ? (ascii ? '|' : '▏') : '';
    const bar = (ascii ? '#' : '█').repeat(length) || sliver;
    return new Row()
      .put(margin, label, 'lane')
      .put(barAt, bar, ink)
      .put(barAt + bar.length + (bar === '' ? 0 : 1), reading, ink)
      .paint(paint);
  });
}

/** A meter of bytes. */
export const byteMeter = (
  label: string,
  value: number,
  ink: Ink = 'message',
): Meter => ({
  label,
  value,
  reading: inBytes(value),
  ink,
});

/** Returns `3 B`, `64 KiB`, `4 GiB`, with at most two decimals. */
export function inBytes(count: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  const power = count < 1 ? 0 : Math.floor(Math.log2(count) / 10);
  const unit = Math.min(power, units.length - 1);
  return `${Number((count / 1024 ** unit).toFixed(2))} ${units[unit]}`;
}
