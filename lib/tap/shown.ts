import { clean } from '../connection/clean.ts';

/** The most characters of a message that a picture shows. */
const most = 200;
/** The most bytes that are shown in hexadecimal. */
const mostBytes = 12;
/** As many bytes as those characters can take in UTF-8. The bytes after them are neither examined nor kept. */
const looked = 4 * most;

const spelled: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n' };

/**
 * Returns the bytes of any program in a form that is safe to show: text with `\r` and `\n` spelled
 * out, or hexadecimal.
 */
export function shown(bytes: Uint8Array): string {
  const text = beginning(bytes);
  if (text === undefined || text.includes('\0')) return inHex(bytes);
  const start = text.slice(0, most).replace(/[\r\n]/g, end => spelled[end] ?? '');
  const isWhole = text.length <= most && bytes.length <= looked;
  return clean(start) + (isWhole ? '' : '…');
}

function inHex(bytes: Uint8Array): string {
  const pairs = [...bytes.subarray(0, mostBytes)].map(byte =>
    byte.toString(16).padStart(2, '0'),
  );
  return `<${pairs.join(' ')}${bytes.length > mostBytes ? ' …' : ''}>`;
}

/** Returns the beginning as text, if it is text. It may end inside a character only if bytes were left out. */
function beginning(bytes: Uint8Array): string | undefined {
  const stream = bytes.length > looked;
  try {
    const strict = new TextDecoder('utf-8', { fatal: true });
    return strict.decode(bytes.subarray(0, looked), { stream });
  } catch {
    return undefined;
  }
}
