import { TextDelimiterCodec } from '@fuman/io';
import { framed } from './fuman.ts';

export const read = framed(() => new TextDelimiterCodec('\n'));
