import { native } from './native.ts';
import { type Bytes, standard } from './standard-bytes.ts';

/** The same by Node's Buffer, whose native code takes a fraction of the time. */
export const byBuffer = ({ Buffer, isUtf8 }: NonNullable<typeof native>): Bytes => {
  const asBuffer = (bytes: Uint8Array) =>
    bytes instanceof Buffer
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    fromText: text => Buffer.from(text),
    fromLatin1: text => Buffer.from(text, 'latin1'),
    toLatin1: bytes => asBuffer(bytes).toString('latin1'),
    toText(bytes, start, end) {
      const buffer = asBuffer(bytes);
      const text = buffer.toString('utf8', start, end);
      // U+FFFD stands for wrong bytes, unless the sender wrote it.
      const right = !text.includes('\ufffd') || isUtf8(buffer.subarray(start, end));
      return right ? text : undefined;
    },
    joined: parts => Buffer.concat(parts),
    indexOf: (bytes, part) => asBuffer(bytes).indexOf(part),
    memory: size => new Uint8Array(Buffer.allocUnsafeSlow(size).buffer),
    searchable: asBuffer,
  };
};

/** Bytes as they are handled here: by Node's Buffer where there is one. */
export const bytes: Bytes = native ? byBuffer(native) : standard;
