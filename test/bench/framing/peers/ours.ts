import { type Codec, text } from '../../../../lib/framing/index.ts';
import { type Format, formats } from '../formats.ts';
import type { Frame, Read } from './read.ts';

export const bytes = (format: Format): Read => reading(formats[format]);
export const asText = (format: Format): Read => reading(text(formats[format]));

const reading =
  (codec: Codec<Frame>): Read =>
  (chunks, each) => {
    const decoder = codec.decoder();
    for (const chunk of chunks) {
      decoder.push(chunk);
      for (let one = decoder.read(); one !== undefined; one = decoder.read()) each(one);
    }
    decoder.end();
  };
