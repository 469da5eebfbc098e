import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colours } from '../../demos/websocket/page/live-record.ts';

const css = readFileSync('demos/websocket/page/page.css', 'utf8');
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');

/** The colour of that name: a number for each of red, green and blue, from 0 to 1. */
function colour(name: string, scheme: string): number[] {
  const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(scheme) ?? [];
  return hex.match(/../g)?.map(pair => Number.parseInt(pair, 16) / 255) ?? [];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(part =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dim = 0, bright = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

it('knows the contrast of black and white, and of grey letters that are too light', () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
  expect(contrast([0.6, 0.6, 0.6], [1, 1, 1])).toBeLessThan(4.5);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the page, %s', (_, scheme) => {
  const people = Array.from({ length: colours }, (_, at) => `c${at}`);

  it.each(['ink', 'thin', 'bad', 'unsent', 'accent', ...people])(
    '%s is read easily',
    name => {
      for (const paper of ['paper', 'panel'])
        expect(contrast(colour(name, scheme), colour(paper, scheme))).toBeGreaterThan(
          4.5,
        );
    },
  );

  it.each([
    ['ink', 'mine'],
    ['on-accent', 'accent'],
  ])('%s is read easily on %s', (name, paper) =>
    expect(contrast(colour(name, scheme), colour(paper, scheme))).toBeGreaterThan(4.5),
  );
});
