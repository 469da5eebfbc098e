import { faultsFor } from '../../transport/faults/faults.ts';
import {
  type Fault,
  faultOf,
  type LinkKind,
  units,
} from '../../transport/faults/table.ts';

/** One flag of a command: what `--help` says of it, and what it accepts. */
export interface Option {
  readonly help: string;
  /** What stands for the value in `--help`. Without one the flag is a switch. */
  readonly value?: string;
  readonly default?: string;
  /** Whole numbers from the first to the second. */
  readonly range?: readonly [number, number];
  readonly oneOf?: readonly string[];
  /** Another flag without which this one means nothing. */
  readonly needs?: string;
}

export type Options = Readonly<Record<string, Option>>;

/** A fault as a flag. */
const flagOf = ({ unit, help }: Fault): Option => ({
  ...(unit && units[unit]),
  help: `a faulty link: ${help}`,
});

/** The faulty link of that kind: the words of a scene's `link:` as flags. */
export const faultOptionsOf = (kind: LinkKind): Options =>
  Object.fromEntries(faultsFor(kind).map(name => [name, flagOf(faultOf(name))]));

const drawing = {
  ascii: { help: 'plain ASCII for what is drawn, and for the verdict' },
  plain: { help: 'one sentence an event: no drawing, no colour' },
  help: { help: 'this text' },
} as const satisfies Options;

/** What every command has, around the faults that its link can have. */
export const around = (faults: Options): Options => ({
  wire: { help: 'show the bytes: | between chunks, [ ] around frames' },
  trace: { value: 'FILE', help: 'keep the record: .jsonl, .mmd (Mermaid) or .svg' },
  ...faults,
  ...drawing,
});

const everywhere: Options = {
  framing: {
    value: 'NAME',
    default: 'lines',
    oneOf: ['lines', 'length', 'netstring'],
    help: 'how messages are told apart',
  },
  ...around(faultOptionsOf('stream')),
};

export const portOption = (port: number, least: number, door = ''): Option => ({
  value: 'N',
  default: String(port),
  range: [least, 65_535],
  help: `which port${door}${least === 0 ? ', 0 for any free one' : ''}`,
});

export const where = (port: Option): Options => ({
  host: { value: 'HOST', default: '127.0.0.1', help: 'where: HOST, or HOST:PORT' },
  port,
});

/** A server with a page has a port for it, and one for lines. */
const doors = (tcp: number, web?: number): Options =>
  web === undefined
    ? where(portOption(tcp, 0))
    : {
        ...where(portOption(web, 0, ' for the page')),
        'tcp-port': portOption(tcp, 0, ' for lines over TCP'),
      };

export const choice = {
  list: { help: 'what scenes there are' },
  scene: { value: 'NAME', help: 'play this one' },
  all: { help: 'play all' },
  step: { help: 'wait for a key at every event' },
} as const satisfies Options;

export const sceneOptions: Options = { ...choice, ...everywhere };

export const lessonOptions: Options = {
  ...choice,
  seed: { ...units.number, default: '1', help: 'where chance begins' },
  ...drawing,
};

export const serverOptions = (port: number, web?: number): Options => ({
  ...doors(port, web),
  'max-message': {
    value: 'BYTES',
    default: '4096',
    range: [1, 1_048_576],
    help: 'longest message, in bytes',
  },
  'max-connections': {
    value: 'N',
    default: '500',
    range: [1, 1_000_000],
    help: 'how many at a time',
  },
  'keep-alive': {
    value: 'SECONDS',
    default: '30',
    range: [1, 86_400],
    help: 'silence before TCP asks after a peer',
  },
  backlog: {
    value: 'N',
    default: '1024',
    range: [1, 65_535],
    help: 'how many may wait to be accepted',
  },
  ...everywhere,
});

/** For servers that pass on what their members say. */
export const hubOptions: Options = {
  'name-time': {
    value: 'SECONDS',
    default: '30',
    range: [1, 86_400],
    help: 'how long a newcomer may take to say a name',
  },
  queue: {
    value: 'BYTES',
    default: '262144',
    range: [1, 1_073_741_824],
    help: 'what a member may leave unread before it is cut',
  },
  burst: {
    value: 'BYTES',
    default: '65536',
    range: [1, 1_073_741_824],
    help: 'what a member may send per tick before the room pauses it until the next tick; a message counts as at least 256 bytes, an answer as at least 1024',
  },
};

/** A server that asks for a name takes no other for it: no `caller` then. */
export const clientOptions = (port: number, caller?: string): Options => ({
  name: caller
    ? { value: 'NAME', default: caller, help: 'what the record calls you' }
    : { value: 'NAME', help: 'your name: you are asked unless it is told' },
  ...where(portOption(port, 1)),
  ...everywhere,
});
