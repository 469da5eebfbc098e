import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { text, websocket } from '../../lib/framing/index.ts';
import { bytes, cut, latin1, outcomes } from './outcomes.ts';
import { thrown } from './thrown.ts';

/** Both halves of ws, which its types do not mention. */
const { Receiver, Sender } = createRequire(import.meta.url)('ws') as {
  Receiver: new (options: object) => EventEmitter & { write(bytes: Uint8Array): void };
  Sender: { frame(payload: Uint8Array, options: object): Uint8Array[] };
};

/** What ws makes of it, which is not ours. */
const theirs = (payload: string): Uint8Array =>
  Buffer.concat(
    Sender.frame(Buffer.from(payload), {
      fin: true,
      opcode: 1,
      mask: false,
      readOnly: true,
      rsv1: false,
    }),
  );

const sizes = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000];

describe('websocket', () => {
  it('writes and reads the example of RFC 6455, 5.7', () => {
    const hello = Uint8Array.of(0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f);
    expect([...websocket().encode(bytes('Hello'))]).toEqual([...hello]);
    expect(outcomes(websocket(), latin1, [hello])).toEqual(['Hello']);
  });

  it.each(sizes)('writes %i bytes as ws does, and reads what ws wrote', size => {
    const payload = 'x'.repeat(size);
    const frame = websocket().encode(bytes(payload));
    expect(Buffer.compare(frame, theirs(payload))).toBe(0);
    for (const cuts of [[1], [3, 1_000], [100_000]]) {
      expect(outcomes(websocket(), latin1, cut(frame, cuts))).toEqual([payload]);
    }
  });

  it.each(sizes)('writes %i bytes so that ws reads them', async size => {
    const payload = 'é'.repeat(size);
    const receiver = new Receiver({ isServer: false });
    const heard = new Promise(resolve => {
      receiver.on('message', data => resolve(String(data)));
    });
    receiver.write(text(websocket()).encode(payload));
    expect(await heard).toBe(payload);
  });

  it.each([
    ['a continuation', [0x80, 0], 'it begins with a byte 128, not 129'],
    ['a fragment', [0x01, 0], 'it begins with a byte 1, not 129'],
    ['bytes', [0x82, 0], 'it begins with a byte 130, not 129'],
    ['a ping', [0x89, 0], 'it begins with a byte 137, not 129'],
    ['compression', [0xc1, 0], 'it begins with a byte 193, not 129'],
    ['a mask', [0x81, 0x81, 1, 2, 3, 4, 5], 'it is masked'],
    ['a long length of 2', [0x81, 126, 0, 125], 'its length has a shorter form'],
    [
      'a long length of 8',
      [0x81, 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff],
      'its length has a shorter form',
    ],
  ])('is corrupt with %s', (_what, wrong, why) => {
    const decoder = websocket().decoder();
    decoder.push(Uint8Array.from([0x81, 2, 0x6f, 0x6b, ...wrong]));
    expect(latin1(decoder.read())).toBe('ok');
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'corrupt',
      message: `Cannot read frame at byte 4 or after it: ${why}`,
    });
  });

  it('refuses a length over the limit before a byte of it is there', () => {
    const decoder = websocket({ maxPayload: 9 }).decoder();
    decoder.push(Uint8Array.of(0x81, 127, 0, 0, 0, 0, 255, 255, 255, 255));
    expect(thrown(() => decoder.read())).toMatchObject({
      code: 'too-large',
      size: 2 ** 32 - 1,
      limit: 9,
    });
  });
});
