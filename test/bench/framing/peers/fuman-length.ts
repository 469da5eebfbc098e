import { read as binary, LengthDelimitedCodec } from '@fuman/io';
import { framed } from './fuman.ts';

export const read = framed(
  () =>
    new LengthDelimitedCodec({
      read: bytes => (bytes.available < 4 ? null : binary.uint32be(bytes)),
    }),
);
