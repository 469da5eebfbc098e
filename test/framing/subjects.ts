import { delimiters, line, stuffed } from './delimiter-subjects.ts';
import { fixed, netstrings, prefixed, varint, websockets } from './length-subjects.ts';
import type { Subject } from './subject.ts';
import { type Bytes, checked, subjectOf, textual } from './subject-of.ts';

const formats: readonly Bytes[] = [
  line,
  ...delimiters,
  prefixed,
  fixed(1, 'big', ['\x01a\0\x02bc\x03abc\x01']),
  fixed(2, 'big', ['\0\x01a\0\0\0\x03abc', '\x01\0ab\0\0']),
  fixed(2, 'little', ['\x01\0a\0\0\x03\0abc', '\0\x01ab\0\0']),
  fixed(4, 'little', ['\x01\0\0\0a\0\0\0\0', '\0\0\0\x01ab']),
  varint,
  netstrings,
  websockets,
  stuffed,
];

export const lineSubject = subjectOf(line);
export const prefixedSubject = subjectOf(prefixed);
export const varintSubject = subjectOf(varint);
export const netstringSubject = subjectOf(netstrings);
export const slipSubject = subjectOf(stuffed);
export const crlfSubject = subjectOf(delimiters[1] ?? line);
export const littleSubject = subjectOf(
  fixed(2, 'little', ['\x01\0a\0\0\x03\0abc', '\0\x01ab\0\0']),
);
export const checkedSubject = subjectOf(checked(line));
export const textSubject = textual(line);

/** The formats as bytes, some also with a checksum and as text; `made`: of codecs that are changed. */
export const subjectsOf = (made: (format: Bytes) => Bytes): readonly Subject[] => [
  ...formats.map(made).map(subjectOf),
  ...[line, prefixed, stuffed].map(made).map(checked).map(subjectOf),
  ...[line, prefixed, netstrings, websockets, stuffed].map(made).map(textual),
];

export const subjects = subjectsOf(format => format);
