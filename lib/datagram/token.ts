/** A keyed hash, in hex: only a program with the key can compute it. */
export type Mac = (text: string) => string;

/** How long a token is valid, in milliseconds. */
export const validFor = 30_000;
const stampLength = 8;
const signLength = 12;

/** Proves that its sender receives what the room sends to that address. The room keeps no copy. */
export function makeToken(address: string, now: number, sign: Mac): string {
  const stamp = Math.floor(now).toString(36).padStart(stampLength, '0');
  return stamp + signed(stamp, address, sign);
}

/** Returns when the token was made; `undefined` if it is not ours, not for that address, or too old. */
export function readToken(
  token: string,
  address: string,
  now: number,
  sign: Mac,
): number | undefined {
  const stamp = token.slice(0, stampLength);
  if (token !== stamp + signed(stamp, address, sign)) return undefined;
  const made = Number.parseInt(stamp, 36);
  return now - made <= validFor ? made : undefined;
}

const signed = (stamp: string, address: string, sign: Mac): string =>
  sign(`${stamp} ${address}`).slice(0, signLength);
