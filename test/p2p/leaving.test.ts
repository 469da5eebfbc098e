import { describe, it } from 'vitest';
import { p2p } from '../../demos/p2p/demo.ts';
import type { Caller } from '../hub/caller.ts';
import { open, worlds } from '../hub/place.ts';
import { pair, people } from './people.ts';

function cutOff(caller: Caller): void {
  caller.writes('to be continu');
  caller.wire.end();
}

describe.each(worlds)('in $name, an exchange that is left', ({ world }) => {
  const exchange = () => open(p2p, { world });

  it.each<[string, (alice: Caller) => void]>([
    ['/quit', alice => alice.says('/quit')],
    ['FIN', alice => alice.wire.end()],
    ['RST', alice => alice.wire.destroy()],
    ['a line that is too long', alice => alice.says('x'.repeat(5_000))],
    ['a line cut off', cutOff],
  ])(
    'tells a partner once when the other leaves by %s: free, and so is the name',
    async (_, leave) => {
      const place = await exchange();
      const [alice, bob, carol] = await people(place);
      await pair(alice, 'Alice', bob, 'bob');
      leave(alice);
      await bob.hears('* Alice is gone: you are free again');
      const [again] = await people(place, ['alice']);
      await pair(again, 'alice', bob, 'bob');
      await bob.hearsNothing();
      await carol.hearsNothing();
    },
  );

  it('says goodbye to a person who leaves, and ends', async () => {
    const [alice, bob] = await people(await exchange());
    alice.wire.end();
    await alice.hears('* Goodbye');
    await alice.hearsTheEnd();
    bob.says('/quit', '/to carol', 'never heard');
    await bob.hears('* Goodbye');
    await bob.hearsTheEnd();
  });

  it('ends its side if a newcomer ends without a name', async () => {
    const place = await exchange();
    const silent = await place.call();
    await silent.hears('* Your name?');
    silent.wire.end();
    await silent.hearsTheEnd();
    const half = await place.call();
    half.writes('ali');
    half.wire.end();
    await half.hears('* Your name?', '! Rejected: cut off by the end');
    await half.hearsTheEnd();
  });

  it('forgets the calls of somebody who left, and those to them', async () => {
    const place = await exchange();
    const [alice, bob, carol] = await people(place);
    alice.says('/to bob');
    await bob.hears('* Alice calls: /to Alice answers');
    carol.says('/to alice');
    await alice.hears('* Calling bob', '* carol calls: /to carol answers');
    alice.says('/quit');
    await alice.hears('* Goodbye');
    const [again] = await people(place, ['Alice']);
    again.says('/to carol');
    await again.hears('* Calling carol');
    bob.says('/to Alice');
    await bob.hears('* Calling Alice');
    await again.hears('* bob calls: /to bob answers');
    await carol.hears('* Calling Alice', '* Alice calls: /to Alice answers');
  });

  it('forgets the call of a caller who is paired meanwhile', async () => {
    const [alice, bob, carol] = await people(await exchange());
    carol.says('/to alice');
    await alice.hears('* carol calls: /to carol answers');
    await carol.hears('* Calling Alice');
    await pair(bob, 'bob', carol, 'carol');
    alice.says('/to carol');
    await alice.hears('! carol is busy: try again later');
    carol.says('/bye');
    await carol.hears('* You left bob');
    alice.says('/to carol');
    await alice.hears('* Calling carol');
  });

  it('says goodbye to all when it stops', async () => {
    const place = await exchange();
    const [alice, bob, carol] = await people(place);
    await pair(alice, 'Alice', bob, 'bob');
    place.stop();
    for (const caller of [alice, bob, carol]) {
      await caller.hears('* The exchange closes');
      await caller.hearsTheEnd();
      caller.wire.end();
    }
  });
});
