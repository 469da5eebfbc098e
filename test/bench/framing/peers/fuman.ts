import { FramedReader, type IFrameDecoder } from '@fuman/io';
import type { Frame, Read } from './read.ts';

/** @fuman/io asks for bytes: it gets as much of the next chunk as it has room for. */
export const framed =
  (decoder: () => IFrameDecoder<Frame>): Read =>
  async (chunks, each) => {
    const source = chunks[Symbol.iterator]();
    let rest: Uint8Array = new Uint8Array();
    const read = async (into: Uint8Array) => {
      if (rest.length === 0) rest = source.next().value ?? rest;
      const part = rest.subarray(0, into.length);
      into.set(part);
      rest = rest.subarray(part.length);
      return part.length;
    };
    const frames = new FramedReader({ read }, decoder(), { readChunkSize: 65_536 });
    for (let frame = await frames.read(); frame !== null; frame = await frames.read())
      each(frame);
  };
