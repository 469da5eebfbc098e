/**
 * What a link may do to a stream: the first six lose nothing, the three behind them do. The last three are
 * for datagrams: of a stream TCP gives all, once and in order, or it says that the link broke.
 */
export interface Faults {
  /** Hands over pieces of at most this many bytes. */
  readonly chop?: number;
  /** Hands over in one piece what came within 20 ms. */
  readonly coalesce?: boolean;
  /** Holds every byte this long, one way, in milliseconds. */
  readonly delay?: number;
  /** And up to this much longer, in milliseconds, by chance. The order stays. */
  readonly jitter?: number;
  /** Lets at most this many bytes through in a second, each way. */
  readonly bandwidth?: number;
  /** Where the chance begins: the same seed, the same link. */
  readonly seed?: number;
  /** Lets nothing more through behind so many bytes, and does not say so. */
  readonly stall?: number;
  /** Ends this direction (FIN) behind so many bytes. */
  readonly end?: number;
  /** Breaks the link (RST) behind so many bytes. */
  readonly reset?: number;
  /** Of a hundred datagrams so many are lost. */
  readonly loss?: number;
  /** Of a hundred so many come twice. */
  readonly repeat?: number;
  /** Of a hundred so many are overtaken by the next. */
  readonly reorder?: number;
}

/** Whether bytes must wait, or change their shape, on their way. */
export const spoilsTime = (faults: Faults): boolean =>
  Boolean(
    faults.chop || faults.coalesce || faults.delay || faults.jitter || faults.bandwidth,
  );

/** How many bytes pass before the link cuts what follows; Infinity: it never does. */
export const cutsBehind = ({ stall, end, reset }: Faults): number =>
  Math.min(stall ?? Infinity, end ?? Infinity, reset ?? Infinity);

const onlyOf = {
  stream: ['chop', 'coalesce', 'jitter', 'bandwidth', 'stall', 'end', 'reset'],
  datagrams: ['loss', 'repeat', 'reorder'],
} as const;

/** Why a fault has no place on a link of that kind, in a sentence; `undefined`: they all have. */
export function misfit(
  faults: Iterable<string>,
  kind: 'stream' | 'datagrams',
): string | undefined {
  const other = kind === 'stream' ? 'datagrams' : 'stream';
  const names: readonly string[] = onlyOf[other];
  const name = [...faults].find(fault => names.includes(fault));
  if (name === undefined) return undefined;
  return kind === 'stream'
    ? `${name} is for datagrams: TCP sends again what is lost, drops what comes twice and sorts what comes late, so a program never sees it (npm run demo:udp)`
    : `${name} is for streams: a datagram comes whole or not at all, and its link has no FIN and no RST (loss, repeat, reorder, delay)`;
}
