/** Bytes moved and bytes searched while `action` runs: work that no clock is needed to see. */
export function work(action: () => void): number {
  let count = 0;
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
  const { set } = typed;
  const { indexOf, lastIndexOf } = Buffer.prototype;
  const { concat } = Buffer;
  typed.set = function (source, at) {
    count += source.length;
    set.call(this, source, at);
  };
  Buffer.prototype.indexOf = function (this: Buffer, byte: number, from = 0) {
    const found = indexOf.call(this, byte, from);
    count += (found < 0 ? this.length : found) - from;
    return found;
  } as typeof indexOf;
  Buffer.prototype.lastIndexOf = function (
    this: Buffer,
    byte: number,
    from = this.length - 1,
  ) {
    const found = lastIndexOf.call(this, byte, from);
    count += from - found;
    return found;
  } as typeof lastIndexOf;
  Buffer.concat = list => {
    const whole = concat(list);
    count += whole.length;
    return whole;
  };
  try {
    action();
  } finally {
    typed.set = set;
    Buffer.prototype.indexOf = indexOf;
    Buffer.prototype.lastIndexOf = lastIndexOf;
    Buffer.concat = concat;
  }
  return count;
}
