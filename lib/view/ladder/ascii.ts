import type { Glyphs } from './glyphs.ts';

/**
 * For a locale that is not UTF-8, TERM=dumb, and terminals that draw ambiguous glyphs two cells
 * wide. This is an alphabet and not a later translation, so the text of a message stays unchanged.
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
