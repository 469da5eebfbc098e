import { clean } from '../connection/clean.ts';

/** The most characters of a message that a picture shows. */
const most = 200;
/** The most bytes that are shown in hexadecimal. */
const mostBytes = 12;

const spelled: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n' };
const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes of any program, fit to be shown: text as text, with `\r` and `\n` spelled out, anything else in hexadecimal. */
export function shown(bytes: Uint8Array): string {
  const text = textIn(bytes);
  return text === undefined || text.includes('\0') ? inHex(bytes) : short(text);
}

function short(text: string): string {
  const start = text.slice(0, most).replace(/[\r\n]/g, end => spelled[end] ?? '');
  return clean(start) + (text.length > most ? '…' : '');
}

function inHex(bytes: Uint8Array): string {
  const pairs = [...bytes.subarray(0, mostBytes)].map(byte =>
    byte.toString(16).padStart(2, '0'),
  );
  return `<${pairs.join(' ')}${bytes.length > mostBytes ? ' …' : ''}>`;
}

/** A message may end within a character: then it is not text. */
function textIn(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
