import { onOff, type Values, word } from '../../options/option.ts';
import { drawing } from '../flags/options.ts';

/** The flags of `npm run check`. */
export const checkOptions = {
  only: word(
    'NAMES',
    'play only these scenes, such as who,leave; even those that take long',
  ),
  list: onOff('list the scenes: what can be played, and why the others cannot'),
  json: onOff('print the report as JSON, and nothing else'),
  ...drawing,
};

export type CheckChosen = Values<typeof checkOptions>;
