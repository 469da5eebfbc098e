import { describe, expect, it } from 'vitest';
import { anything } from '../../lib/connection/discipline.ts';
import { netstring, text } from '../../lib/framing/index.ts';
import { collect } from '../collect.ts';
import { takesLong, withLong } from '../long.ts';
import { endOf, opened, worlds } from './pair.ts';
import { Stranger } from './stranger.ts';

/** Bytes in buffers that are still in use. */
function buffers(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

describe.each(worlds)('a bad frame over $name', ({ name, open }) => {
  it('keeps no more than the limit of a line without an end', async test => {
    if (name !== 'tcp') takesLong(test);
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start(anything);
    const peer = new Stranger(near);
    const before = buffers();
    const piece = Buffer.alloc(1_048_576, 'x');
    for (let sent = 0; sent < (withLong ? 32 : 12); sent++) {
      const { length } = peer.events;
      if (!peer.write(piece)) await peer.until(() => peer.events.length > length);
    }
    peer.write('\nshort\n');
    peer.wire.end();
    expect((await connection.receive())?.text).toBe('short');
    expect(record.slice(1, 3)).toEqual([
      'refused peer message over the limit of 4096 bytes',
      'received peer message short',
    ]);
    expect(buffers() - before).toBeLessThan(8 * 1_048_576);
  });

  it('refuses each frame that is not UTF-8, and hears the next', async () => {
    const { near, far } = await opened(open);
    const { connection, record } = endOf(far);
    connection.start(anything);
    new Stranger(near).write(Uint8Array.of(0xff, 10, 0xc3, 10, 0x68, 0x69, 10));
    expect((await connection.receive())?.text).toBe('hi');
    expect(record.slice(1)).toEqual([
      'refused peer message not UTF-8',
      'refused peer message not UTF-8',
      'received peer message hi',
    ]);
  });

  it('says goodbye to a peer if nobody can find the start of its next frame', async () => {
    const { near, far } = await opened(open);
    const options = { codec: text(netstring({ maxPayload: 4_096 })) };
    const { connection, record } = endOf(far, options);
    connection.start(anything);
    const peer = new Stranger(near);
    peer.write('2:hi,no netstring,2:ho,');
    await peer.hears('ended');
    expect((await connection.receive())?.text).toBe('hi');
    expect(await connection.receive()).toBeUndefined();
    expect(record.slice(1, 3)).toEqual([
      'received peer message hi',
      'refused peer message corrupt framing',
    ]);
    expect(peer.heard).toContain('! Corrupt framing');
  });
});
