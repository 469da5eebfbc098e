import { framings } from '../../tap/framings.ts';
import { freest, modes } from '../../trace/rules/index.ts';
import { turnRules } from '../../trace/rules/options.ts';
import { around, faultOptionsOf, type Options } from '../flags/option.ts';

/** The flags of `npm run tap`. */
export const tapOptions: Options = {
  framing: {
    value: 'NAME',
    default: 'raw',
    oneOf: Object.keys(framings),
    help: 'how messages are told apart: raw shows chunks, which are not messages',
  },
  mode: {
    value: 'MODE',
    default: freest,
    oneOf: modes,
    help: 'what each connection is judged by when it ends',
  },
  turns: {
    value: 'RULE',
    default: 'free',
    oneOf: turnRules,
    help: 'half-duplex: free means that no two messages cross; strict, that the caller speaks first, one message per turn',
  },
  hold: {
    value: 'MS',
    range: [0, 60_000],
    help: 'hold every message this long: one that meets another has crossed it',
  },
  ...around(faultOptionsOf('stream')),
};
