/** Where datagrams go out and come in. */
export interface Port {
  /** Where others reach it: `127.0.0.1:9555`. */
  readonly address: string;
  /**
   * Sends it off, and that is all there is to know. Throws for more than 65,507 bytes. Ignored once the
   * port is closed.
   */
  send(bytes: Uint8Array, to: string): void;
  /**
   * Who gets what comes in. What comes before is lost. `refused`: the network says that nobody listens
   * where we send; only a port that sends to one address alone is ever told.
   */
  start(hear: Hear, refused?: () => void): void;
  /** Settles when what was sent has left. */
  close(): Promise<void>;
}

export type Hear = (bytes: Uint8Array, from: string) => void;

/** The most that UDP carries over IPv4: 65,535 less its header and the least of IP (RFC 768, RFC 791). */
const most = 65_507;

/** Whether UDP can carry that in one datagram. */
export const isDatagram = (bytes: Uint8Array): boolean => bytes.length <= most;

/** Every port's guard: a datagram that cannot be sent is a mistake of ours, and no loss. */
export function checkDatagram(bytes: Uint8Array): void {
  if (isDatagram(bytes)) return;
  throw new RangeError(
    `Cannot send a datagram of ${bytes.length} bytes: UDP carries at most ${most}, so say it in several`,
  );
}
