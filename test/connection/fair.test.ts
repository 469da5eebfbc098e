import { expect, it } from 'vitest';
import { anything, type Discipline } from '../../lib/connection/discipline.ts';
import { memory } from '../conformance/links.ts';
import { endOf, opened, someTasks, talking, worlds } from './pair.ts';
import { Stranger } from './stranger.ts';

const answersAll: Discipline = {
  ...anything,
  message: text => ({ kind: 'control', refused: 'so', reply: `! Not ${text}` }),
};

const turn = () => new Promise(resolve => setImmediate(resolve));

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** How many of some frames were heard in each turn of the event loop until all were. */
async function turns(frames: Uint8Array, discipline: Discipline): Promise<number[]> {
  const { near, far } = await opened(memory);
  let heard = 0;
  const observe = ({ what }: { what: string }) => {
    if (what === 'received' || what === 'refused') heard++;
  };
  const { connection } = endOf(far, { observe });
  connection.start(discipline);
  void (async () => {
    for await (const _ of connection);
  })();
  new Stranger(near).write(frames);
  const each: number[] = [];
  const all = frames.filter(byte => byte === 10).length;
  while (heard < all) {
    const before = heard;
    await turn();
    each.push(heard - before);
  }
  return each;
}

it.each([
  ['2,048 frames that nobody needs to know of', 2_048, 'x\n', { silent: true }],
  ['256 messages', 256, 'x\n', {}],
  ['32 refusals', 32, 'x\n', { answered: true }],
  ['32 frames that are not messages', 32, '\xff\n', {}],
] as const)(
  'hears in one turn of the event loop no more of a connection than %s',
  async (_, most, frame, { silent = false, answered = false }: Kinds) => {
    const quiet: Discipline = {
      ...anything,
      message: () => ({ kind: 'message', refused: 'out of turn' }),
    };
    const discipline = answered ? answersAll : silent ? quiet : anything;
    const frames = Buffer.from(frame.repeat(5 * most), 'latin1');
    const each = await turns(frames, discipline);
    // The one that goes past the limit is heard.
    expect(Math.max(...each)).toBeLessThanOrEqual(most + 1);
    expect(Math.max(...each)).toBeGreaterThanOrEqual(most);
  },
);

interface Kinds {
  readonly silent?: boolean;
  readonly answered?: boolean;
}

it('stops reading from a peer that has not taken its answers, and later hears everything in order', async () => {
  const { near, far } = await opened(memory);
  const { connection } = endOf(far);
  connection.start(answersAll);
  near.pause();
  const peer = new Stranger(near);
  const asked = numbers(3_000).map(nth => `${nth} ${'x'.repeat(40)}`);
  peer.write(asked.map(line => `${line}\n`).join(''));
  await someTasks(1_000);
  expect(connection.relay.wire.waiting).toBeGreaterThan(60_000);
  expect(connection.relay.wire.waiting).toBeLessThan(80_000);
  near.resume();
  const answers = asked.map(line => `! Not ${line}\n`).join('');
  await peer.until(() => peer.heard.length >= answers.length);
  expect(peer.heard).toBe(answers);
});

it.each(worlds)(
  'over $name, hears all that came before an end, though this end had ended',
  async ({ open }) => {
    const { near, far } = await opened(open);
    const { connection } = endOf(far);
    connection.start(anything).end();
    const peer = new Stranger(near);
    peer.write(
      numbers(5_000)
        .map(nth => `${nth}\n`)
        .join(''),
    );
    peer.write('cut of');
    peer.wire.end();
    await peer.hears('ended');
    await someTasks(20);
    const heard: string[] = [];
    for await (const { text } of connection) heard.push(text);
    expect(heard).toEqual(numbers(5_000).map(String));
    expect(connection.ending).toBe('cut off');
    await connection.closed;
  },
);

it('hears nothing before everybody who holds it has released it', async () => {
  const { caller, callee } = await talking(memory);
  const { inbox } = callee.connection.relay;
  const [one, other] = [{}, {}];
  inbox.hold(one);
  inbox.hold(other);
  inbox.hold(one);
  await caller.connection.send('Hi');
  inbox.release(one);
  await someTasks();
  expect(inbox.frames).toBe(0);
  inbox.release(other);
  await someTasks();
  expect(inbox.frames).toBe(1);
});
