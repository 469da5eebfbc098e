import { describe, expect, it } from 'vitest';
import { udp } from '../../demos/udp/demo.ts';
import type { Program } from '../../lib/scene/world/program.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { aliceAndBob, arrived, open } from './place.ts';

/** The classic loop, which an empty datagram ends: it took it for the end of a stream. */
const endsAtNothing = demo({
  ...udp,
  async serve(connections, stage) {
    const lines = async function* () {
      for await (const connection of connections) {
        yield new Proxy(connection, {
          get(target, name) {
            if (name !== Symbol.asyncIterator) {
              const value = Reflect.get(target, name, target);
              return typeof value === 'function' ? value.bind(target) : value;
            }
            return async function* () {
              for await (const line of target) {
                if (line.text === '') return;
                yield line;
              }
            };
          },
        });
      }
    };
    await udp.serve(lines(), stage);
  },
});

describe('nothing', () => {
  const afterNothing = async (program: Program): Promise<string[]> => {
    const { raw } = open({ program });
    const [alice, bob] = await aliceAndBob(raw);
    for (const datagram of ['', 'say TALK 1 ', 'say TALK 2 Still here'])
      alice.type(datagram);
    await arrived();
    return bob.news();
  };

  it('is not of the grammar as a datagram, and is a message as words', async () => {
    expect(await afterNothing(udp)).toEqual([
      'say TALK 2 [alice] ',
      'say TALK 3 [alice] Still here',
    ]);
  });

  it('convicts the room that takes it for the end', async () => {
    expect(await afterNothing(endsAtNothing)).not.toContain(
      'say TALK 3 [alice] Still here',
    );
  });
});
