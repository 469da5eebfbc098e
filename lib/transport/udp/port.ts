/** A datagram socket. */
export interface Port {
  /** Its address for others: `127.0.0.1:9555`. */
  readonly address: string;
  /**
   * Sends a datagram, without learning whether it arrives. Throws for more than 65,507 bytes. Does
   * nothing once the port is closed.
   */
  send(bytes: Uint8Array, to: string): void;
  /**
   * Sets the receiver of datagrams; those that arrived before are lost. `refused`: the network
   * reports that nobody listens where we send; it is called only for a port that sends to a single
   * address.
   */
  start(hear: Hear, refused?: () => void): void;
  /** Closes the port. Settles when everything that was sent has left. */
  close(): Promise<void>;
}

export type Hear = (bytes: Uint8Array, from: string) => void;

/**
 * The most bytes that UDP carries over IPv4: 65,535 minus its own header and the smallest IP header
 * (RFC 768, RFC 791).
 */
const most = 65_507;

/** Whether UDP can carry these bytes in one datagram. */
export const isDatagram = (bytes: Uint8Array): boolean => bytes.length <= most;

/** Every port calls this: a datagram that cannot be sent is our own mistake, and does not count as lost. */
export function checkDatagram(bytes: Uint8Array): void {
  if (isDatagram(bytes)) return;
  throw new RangeError(
    `Cannot send a datagram of ${bytes.length} bytes: UDP carries at most ${most}, so say it in several`,
  );
}
