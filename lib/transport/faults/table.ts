/** What the number of a fault counts: the placeholder in `--help`, and the numbers that a flag accepts. */
export const units = {
  bytes: { value: 'BYTES', range: [1, 1_073_741_824] },
  milliseconds: { value: 'MS', range: [0, 60_000] },
  percent: { value: 'PERCENT', range: [0, 100] },
  number: { value: 'N', range: [1, 1_000_000_000] },
} as const;

export type Unit = keyof typeof units;
export type LinkKind = 'stream' | 'datagrams';

/** One fault of a link. */
export interface Fault {
  /**
   * The kinds of link that can have it. TCP delivers a stream whole, once and in order, or reports
   * that it broke.
   */
  readonly of: readonly LinkKind[];
  /** Without a unit it is a switch. */
  readonly unit?: Unit;
  /**
   * `time`: bytes wait, or change their shape, and all of them arrive. `rest`: nothing passes after that
   * many bytes.
   */
  readonly spoils?: 'time' | 'rest';
  /** An example of its value in a scene. */
  readonly example: string;
  /** What it does in each direction. */
  readonly help: string;
}

const stream: readonly LinkKind[] = ['stream'];
const datagrams: readonly LinkKind[] = ['datagrams'];
const both: readonly LinkKind[] = ['stream', 'datagrams'];

/** Every fault. The words of scenes, the flags, and what fits a link come from here. */
export const faults = {
  chop: {
    of: stream,
    unit: 'bytes',
    spoils: 'time',
    example: '3',
    help: 'split data into pieces of at most BYTES bytes',
  },
  coalesce: {
    of: stream,
    spoils: 'time',
    example: '',
    help: 'merge data that arrives within 20 ms into one piece',
  },
  delay: {
    of: both,
    unit: 'milliseconds',
    spoils: 'time',
    example: '50ms',
    help: 'delay everything by MS milliseconds',
  },
  jitter: {
    of: stream,
    unit: 'milliseconds',
    spoils: 'time',
    example: '20ms',
    help: 'add a random extra delay of up to MS milliseconds; the order stays',
  },
  bandwidth: {
    of: stream,
    unit: 'bytes',
    spoils: 'time',
    example: '9600',
    help: 'limit throughput to BYTES bytes per second',
  },
  seed: {
    of: both,
    unit: 'number',
    example: '7',
    help: 'seed the random numbers: the same seed, the same run',
  },
  stall: {
    of: stream,
    unit: 'bytes',
    spoils: 'rest',
    example: '100',
    help: 'after BYTES bytes, deliver nothing more',
  },
  end: {
    of: stream,
    unit: 'bytes',
    spoils: 'rest',
    example: '100',
    help: 'after BYTES bytes, end the stream (FIN)',
  },
  reset: {
    of: stream,
    unit: 'bytes',
    spoils: 'rest',
    example: '100',
    help: 'after BYTES bytes, reset the connection (RST)',
  },
  loss: {
    of: datagrams,
    unit: 'percent',
    example: '10%',
    help: 'drop PERCENT % of the datagrams',
  },
  repeat: {
    of: datagrams,
    unit: 'percent',
    example: '10%',
    help: 'deliver PERCENT % of the datagrams twice',
  },
  reorder: {
    of: datagrams,
    unit: 'percent',
    example: '10%',
    help: 'let the next datagram overtake PERCENT % of them; without a next one, they come 100 ms later',
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** What one link does: the value of each fault that it has. */
export type Faults = {
  readonly [F in FaultName]?: (typeof faults)[F] extends { readonly unit: Unit }
    ? number
    : boolean;
};

export const faultNames = Object.keys(faults) as readonly FaultName[];

export const isFault = (name: string): name is FaultName => Object.hasOwn(faults, name);

export const faultOf = (name: FaultName): Fault => faults[name];
