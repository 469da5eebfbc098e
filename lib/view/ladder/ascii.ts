import type { Glyphs } from './glyphs.ts';

/**
 * For a locale that is not UTF-8, TERM=dumb, and terminals that draw ambiguous glyphs two cells
 * wide. An alphabet and not a translation afterwards, so the text of a message stays as it was.
 */
export const ascii: Glyphs = {
  message: '-',
  control: '.',
  right: '>',
  left: '<',
  dot: '*',
  speak: '#',
  listen: ':',
  lane: '|',
  openLeft: '|',
  openRight: '|',
  passes: '+',
  refused: 'x',
  down: '\\',
  up: '/',
  crossed: 'X',
  leadsTo: '>',
  more: '...',
};
