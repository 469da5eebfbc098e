import { oneOf, type Values, whole } from '../../options/option.ts';
import { framings } from '../../tap/framings.ts';
import { freest, modes } from '../../trace/rules/index.ts';
import { turnRules } from '../../trace/rules/options.ts';
import { faultOptions } from '../../transport/faults/options.ts';
import { drawing, recording } from '../flags/options.ts';

const names = Object.keys(framings) as (keyof typeof framings)[];

const own = {
  framing: oneOf(
    'NAME',
    names,
    'message format; raw shows chunks, which are not messages',
    'raw',
  ),
  mode: oneOf(
    'MODE',
    modes,
    'the mode by which each connection is judged when it ends',
    freest,
  ),
  turns: oneOf(
    'RULE',
    turnRules,
    'half-duplex: free means that no two messages cross; strict, that the caller speaks first, one message per turn',
    'free',
  ),
  hold: whole(
    'MS',
    [0, 60_000],
    'hold every message for MS milliseconds: two messages that meet have crossed',
  ),
  ...recording,
  ...drawing,
};

/** The flags of `npm run tap`. */
export const tapOptions = { ...own, ...faultOptions('stream') };

/** The values of all flags, including the faults of the link, by their names. */
export type TapChosen = Values & Values<typeof own>;
