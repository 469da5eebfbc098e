import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';
import { impatient, nodeOn, wordsTo } from './room.ts';
import { stallingProxy } from './stalling-proxy.ts';

describe.concurrent('a room of three nodes on NATS', () => {
  it('buries a node that was killed in one notice, and its names are free', async test => {
    takesLong(test);
    needs(test, 'nats-server');
    const { url } = await NatsServer.start(test);
    const [a, b, c] = [
      await nodeOn(test, url, impatient),
      await nodeOn(test, url, impatient),
      await nodeOn(test, url, impatient),
    ];
    const alice = await a.join('alice');
    const others = [await b.join('bob'), await b.join('carol')];
    const dave = await c.join('dave');
    await alice.heard.until('(4 here)\n');
    b.program.signal('SIGKILL');
    await alice.heard.until('* bob, carol left (2 here)\n');
    await dave.heard.until('* bob, carol left (2 here)\n');
    for (const one of others) await one.all;
    const again = await c.join('bob');
    await again.heard.until('* In the room: alice, dave, bob\n');
  });

  it('says goodbye for a node that is stopped, immediately', async test => {
    takesLong(test);
    needs(test, 'nats-server');
    const { url } = await NatsServer.start(test);
    const [a, b] = [await nodeOn(test, url), await nodeOn(test, url)];
    const alice = await a.join('alice');
    for (const name of ['bob', 'carol']) await b.join(name);
    await alice.heard.until('(3 here)\n');
    b.program.signal('SIGTERM');
    expect(await b.program.ended).toBe(0);
    await alice.heard.until('* bob, carol left (1 here)\n');
  });

  it('goes on where it was when NATS is killed and starts again', async test => {
    takesLong(test);
    needs(test, 'nats-server');
    const nats = await NatsServer.start(test);
    const [a, b] = [await nodeOn(test, nats.url), await nodeOn(test, nats.url)];
    const [alice, bob] = [await a.join('alice'), await b.join('bob')];
    const [carol, dave] = [await a.join('carol'), await b.join('dave')];
    alice.write('before\n');
    await dave.heard.until('[alice] before\n');
    await nats.kill();
    await carol.heard.until('* Cut off from the other nodes');
    await a.program.out.until('* Cut off from the log: what members say waits');
    for (let nth = 1; nth <= 50; nth++) {
      alice.write(`from A ${nth}\n`);
      bob.write(`from B ${nth}\n`);
    }
    await nats.start();
    for (const one of [carol, dave]) {
      await one.heard.until('[alice] from A 50\n');
      await one.heard.until('[bob] from B 50\n');
    }
    expect(wordsTo(carol)).toHaveLength(101);
    expect(wordsTo(dave)).toEqual(wordsTo(carol));
    expect(wordsTo(bob)).toEqual(
      wordsTo(carol).filter(line => line.startsWith('[alice]')),
    );
    await carol.heard.until('* Back: what waited has been sent\n');
    await a.program.out.until('* Back: the log has what waited\n');
  });

  it.for([
    ['for a moment', 0],
    ['for so long that the others bury it', 1],
  ] as const)(
    'loses, doubles and reorders nothing of a node that is cut off %s',
    async ([, buried], test) => {
      takesLong(test);
      needs(test, 'nats-server');
      const nats = await NatsServer.start(test);
      const proxy = await stallingProxy(test, nats.port);
      const often = buried ? impatient : '';
      const [a, b] = [
        await nodeOn(test, nats.url, often),
        await nodeOn(test, proxy.url, often),
      ];
      const [alice, bob] = [await a.join('alice'), await b.join('bob')];
      const [carol, dave] = [await a.join('carol'), await b.join('dave')];
      bob.write('before\n');
      await carol.heard.until('[bob] before\n');
      proxy.stall(true);
      for (let nth = 1; nth <= 50; nth++) {
        alice.write(`from A ${nth}\n`);
        bob.write(`from B ${nth}\n`);
      }
      await dave.heard.until('* Cut off from the other nodes');
      if (buried) await carol.heard.until('* bob, dave left (2 here)\n');
      proxy.stall(false);
      for (const one of [carol, dave]) {
        await one.heard.until('[alice] from A 50\n');
        await one.heard.until('[bob] from B 50\n');
      }
      expect(wordsTo(carol)).toHaveLength(101);
      expect(new Set(wordsTo(carol)).size).toBe(101);
      expect(wordsTo(dave)).toEqual(wordsTo(carol));
      const isOf = (name: string) => (line: string) => line.startsWith(`[${name}]`);
      expect(wordsTo(bob)).toEqual(wordsTo(carol).filter(isOf('alice')));
      expect(wordsTo(alice)).toEqual(wordsTo(carol).filter(isOf('bob')));
    },
  );

  it('gives a name to one of two who ask for it at two nodes', async test => {
    takesLong(test);
    needs(test, 'nats-server');
    const { url } = await NatsServer.start(test);
    const nodes = [await nodeOn(test, url), await nodeOn(test, url)];
    for (let round = 0; round < 20; round++) {
      const all = await Promise.all(nodes.map(node => node.join(`ana${round}`)));
      const taken = all.filter(({ heard }) => heard.text.includes('! Taken'));
      expect(taken).toHaveLength(1);
    }
  });
});
