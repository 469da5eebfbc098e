import { expect, it } from 'vitest';
import { memoryLink, memoryListener } from '../../lib/transport/memory/memory.ts';
import { Stranger } from '../connection/stranger.ts';
import { takesLong } from '../long.ts';

it('brings the same things in the same order in every run', async () => {
  const runs = await Promise.all(Array.from({ length: 5 }, () => run()));
  expect(new Set(runs).size).toBe(1);
});

async function run(): Promise<string> {
  const [near, far] = memoryLink('link', 'caller', 'callee');
  const story: string[] = [];
  const tell = (who: string, act: (what: string) => void = () => {}) => {
    const event = (what: string) => () => {
      story.push(`${who} ${what}`);
      act(what);
    };
    return {
      chunk: (bytes: Uint8Array) => event(Buffer.from(bytes).toString())(),
      drained: event('drained'),
      ended: event('ended'),
      reset: event('reset'),
      closed: event('closed'),
    };
  };
  const done = new Promise<void>(resolve => {
    near.start(tell('near', what => what === 'closed' && resolve()));
  });
  far.start(
    tell('far', what => {
      if (what === 'ended') far.end();
      else if (what.length < 4) far.write(Buffer.from(`${what}!`));
    }),
  );
  for (const word of ['a', 'b', 'c']) near.write(Buffer.from(word));
  far.write(Buffer.from('hello'));
  near.end();
  await done;
  return story.join(', ');
}

it('keeps its own copy of what was written', async () => {
  const [near, far] = memoryLink('link', 'caller', 'callee');
  const peer = new Stranger(far);
  new Stranger(near);
  const bytes = Buffer.from('before');
  near.write(bytes);
  bytes.write('after!');
  await peer.until(() => peer.heard !== '');
  expect(peer.heard).toBe('before');
});

it('holds 100,000 unread chunks without moving them all for each', async test => {
  takesLong(test);
  const [near, far] = memoryLink('link', 'caller', 'callee');
  far.pause();
  const peer = new Stranger(far);
  new Stranger(near);
  for (let count = 0; count < 100_000; count++) near.write(Buffer.from('x'));
  near.end();
  far.resume();
  await peer.hears('ended');
  expect(peer.heard.length).toBe(100_000);
});

it('connects nobody where nobody listens any more', async () => {
  const listener = memoryListener('memory');
  await listener.close();
  expect(() => listener.connect()).toThrow('nobody listens');
});
