import {
  type Codec,
  type Decoder,
  FrameError,
  lines,
} from '../../lib/framing/index.ts';

export type Made = Codec<unknown>;
type Change = (decoder: Decoder<unknown>) => Partial<Decoder<unknown>>;

/** The right codec with some methods of its decoder replaced. */
export const decoding =
  (change: Change) =>
  (codec: Made): Made => ({
    ...codec,
    decoder() {
      const right = codec.decoder();
      return {
        push: chunk => right.push(chunk),
        read: () => right.read(),
        end: () => right.end(),
        get buffered() {
          return right.buffered;
        },
        get taken() {
          return right.taken;
        },
        ...change(right),
      };
    },
  });

export const takesChunksForMessages = decoding(() => {
  let chunk: Uint8Array | undefined;
  return {
    push(bytes) {
      chunk = bytes;
    },
    read() {
      const message = chunk;
      chunk = undefined;
      return message;
    },
  };
});

/** The mistake of `socket.on('data', chunk => text += chunk)`. */
export const decodesEachChunk = decoding(right => ({
  push: chunk => right.push(Buffer.from(Buffer.from(chunk).toString())),
}));

/** As if every read took the same. */
export const alwaysTakesTwo = decoding(() => ({ taken: 2 }));

export const dropsTheTail = decoding(() => ({ end() {} }));

export const takesPrefixForBoundary = decoding(right => ({
  end() {
    if (right.buffered !== 4) right.end();
  },
}));

export const dropsEmpty = decoding(right => ({
  read() {
    const message = right.read() as Uint8Array | undefined;
    return message?.length === 0 ? right.read() : message;
  },
}));

export const handsOutItsChunk = decoding(right => {
  let last: Buffer = Buffer.alloc(0);
  return {
    push(chunk) {
      last = Buffer.from(chunk.buffer);
      right.push(chunk);
    },
    read() {
      const message = right.read() as Uint8Array | undefined;
      const at = message === undefined ? -1 : last.indexOf(message);
      return at < 0 ? message : last.subarray(at, at + (message?.length ?? 0));
    },
  };
});

/** Forgets how far it looked: all bytes are searched again for every chunk. */
export const startsOver = (codec: Made): Made =>
  decoding(() => {
    let [all, given] = [Buffer.alloc(0), 0];
    return {
      push(chunk) {
        all = Buffer.concat([all, chunk]);
      },
      read() {
        const fresh = codec.decoder();
        fresh.push(all);
        for (let past = 0; past < given; past++) fresh.read();
        const message = fresh.read();
        if (message !== undefined) given++;
        return message;
      },
    };
  })(codec);

export const failsForGood = decoding(right => {
  let error: unknown;
  return {
    read() {
      if (error !== undefined) throw error;
      try {
        return right.read();
      } catch (caught) {
        error = caught;
        throw caught;
      }
    },
  };
});

export const endsQuietly = decoding(right => {
  let over = false;
  return {
    read: () => (over ? undefined : right.read()),
    end() {
      over = true;
      right.end();
    },
  };
});

export const throwsAnything = decoding(right => ({
  read() {
    try {
      return right.read();
    } catch (error) {
      throw new TypeError('Cannot read line', { cause: error });
    }
  },
}));

export const neverDone = decoding(right => ({
  read: () => right.read() ?? new Uint8Array(),
}));

export const sendsAnything = (codec: Made): Made => ({
  ...codec,
  encode: message => Buffer.concat([message as Uint8Array, Buffer.from('\n')]),
});

export const sendsNothing = (codec: Made): Made => ({
  ...codec,
  encode() {
    throw new FrameError('unencodable', 'Cannot send anything');
  },
});

export const knowsNoLimit = () => lines({ maxPayload: 2 ** 32 - 1 });
