import { expect, it } from 'vitest';
import {
  datagram,
  delimited,
  lengthPrefixed,
  lines,
  netstring,
  raw,
  slip,
  text,
  websocket,
} from '../../lib/framing/index.ts';

it('is named as on the command line, with text above it or not', () => {
  const formats = [
    ...[lines(), lengthPrefixed(), netstring(), slip(), websocket(), delimited('--')],
    ...[raw(), datagram()],
  ];
  const names = formats.map(({ name }) => name);
  const spelt = 'lines length netstring slip websocket delimited raw datagram';
  expect(names.join(' ')).toBe(spelt);
  expect(formats.map(format => text(format).name)).toEqual(names);
});
