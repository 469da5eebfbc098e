import { peers } from '../../test/framing/peers.ts';
import { type Example, semantics } from '../../test/framing/semantics.ts';

/** Returns a table of what each framing does with good and bad streams: the examples that the tests run. */
export function semanticsTable(): string {
  const rows = semantics.map(
    ({ framing, hello, empty, cannot, over, cut, damaged }) => [
      framing,
      bytes(hello),
      empty === undefined ? 'refused' : bytes(empty) || 'no bytes',
      cannot === undefined ? 'carries everything' : bytes(cannot) || 'no bytes',
      ...[over, cut, damaged].map(read),
    ],
  );
  const head = [
    'framing',
    '"hello"',
    'empty',
    'cannot carry',
    'over the limit of 5 B',
    'cut off',
    'damaged',
  ];
  return table(head, rows);
}

/** Where other libraries differ from ours: each row is a test. */
export function peerTable(): string {
  const rows = peers.flatMap(({ name, differs }) =>
    differs.map(([why, stream, theirs, ours]) => [
      `\`${name}\``,
      why,
      bytes(stream),
      outcomes(theirs),
      outcomes(ours),
    ]),
  );
  return table(
    ['library', 'what it does', 'the stream', 'it reads', 'ours reads'],
    rows,
  );
}

const read = ([stream, ...found]: Example): string =>
  `${bytes(stream)} → ${outcomes(found)}`;

/** Returns the outcomes. `too-large@0` is an error, and the position of its frame in the stream. */
const outcomes = (found: readonly string[]): string =>
  found
    .map(one =>
      /^[a-z-]+@\d+$|^error$/.test(one) ? `_${one}_` : bytes(one) || '(empty)',
    )
    .join(', ');

/** Returns the bytes in a visible form: `\n`, `\x05`. */
const bytes = (latin1: string): string =>
  latin1 && `\`${latin1.replace(/[^\x20-\x7e]/g, byte => names[byte] ?? hex(byte))}\``;

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };
const hex = (byte: string): string =>
  `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n');
