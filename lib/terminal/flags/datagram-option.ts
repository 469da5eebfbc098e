import { relayedLimit } from '../../scene/world/flags.ts';
import {
  around,
  choice,
  faultOptionsOf,
  type Options,
  portOption,
  where,
} from './option.ts';

const everywhere = around(faultOptionsOf('datagrams'));

export const datagramSceneOptions: Options = { ...choice, ...everywhere };

export const datagramServerOptions = (port: number): Options => ({
  ...where(portOption(port, 0)),
  'max-message': {
    value: 'BYTES',
    default: '1100',
    // What a client cannot hear would show there as missing.
    range: [1, relayedLimit],
    help: 'longest message, in bytes',
  },
  'max-connections': {
    value: 'N',
    default: '500',
    range: [1, 1_000_000],
    help: 'how many members at a time',
  },
  'max-per-host': {
    value: 'N',
    default: '100',
    range: [1, 1_000_000],
    help: 'how many members from one IPv4 address, or from one IPv6 /64',
  },
  beat: {
    value: 'SECONDS',
    default: '2',
    range: [1, 3_600],
    help: 'how often the room asks its members whether they are there',
  },
  missed: {
    value: 'N',
    default: '3',
    // After a single one that is a little late nobody is gone.
    range: [2, 100],
    help: 'remove a member after N periods without an answer',
  },
  burst: {
    value: 'N',
    default: '100',
    range: [1, 1_000_000],
    help: 'how many messages and commands the room takes from a member per second; the same number of heartbeats',
  },
  newest: { help: 'discard messages that arrive after a newer one' },
  ...everywhere,
});

export const datagramClientOptions = (port: number, caller: string): Options => ({
  name: {
    value: 'NAME',
    help: `your name in the room: a person is asked for it, a pipe is ${caller}`,
  },
  ...where(portOption(port, 1)),
  ...everywhere,
});
