import { DelimiterCodec } from '@fuman/io';
import { framed } from './fuman.ts';

export const read = framed(() => new DelimiterCodec(Buffer.from('\n')));
