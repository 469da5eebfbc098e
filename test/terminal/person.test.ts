import { describe, expect, it } from 'vitest';
import type { Demo } from '../../lib/terminal/programs/demo.ts';
import type { RawPeer } from '../modes/raw-peer.ts';
import { type Caller, played } from './caller.ts';
import { halfDuplexDemo, roomDemos } from './demos.ts';

const question = '* Your name?\n';
const taken = '! Taken: alice is here already. Your name?\n';

/** What a person and the server do, in turn, and how the client ends. */
interface Row {
  readonly how: string;
  readonly does: (here: Caller, server: RawPeer) => Promise<void>;
  readonly says?: string;
}

const goodbye = async (server: RawPeer) => {
  await server.writes('* Goodbye\n');
  await server.ends();
};

const comesIn = async (here: Caller, server: RawPeer) => {
  await server.writes(question);
  await here.types('alice');
  await server.writes('* In the room: alice\n');
};

const rooms = (of: string): readonly Row[] => [
  {
    how: 'with Enter at the question for a name',
    async does(here, server) {
      await server.writes(question);
      await here.types('');
      expect(here.shown.at(-1)).toBe('left: no name given');
      expect(server.heard).toEqual([]);
    },
  },
  {
    how: 'with Ctrl-D at the question for a name',
    async does(here, server) {
      await server.writes(question);
      await here.ends();
      expect(here.shown.at(-1)).toBe('left: no name given');
    },
  },
  {
    how: 'with /quit, and the room has no time for a goodbye',
    async does(here, server) {
      await comesIn(here, server);
      await here.types('/quit');
      await server.ends();
    },
  },
  {
    how: 'with Ctrl-C',
    async does(here, server) {
      await comesIn(here, server);
      await here.interrupts();
      await server.vanishes();
    },
  },
  {
    how: 'with Ctrl-D',
    async does(here, server) {
      await comesIn(here, server);
      await here.ends();
      await server.ends();
    },
  },
  {
    how: 'after a second name, for the first one was taken',
    async does(here, server) {
      await server.writes(question);
      await here.types('alice');
      await server.writes(taken);
      await here.types('bob');
      await server.writes('* In the room: alice, bob\n');
      await here.types('/quit');
      await goodbye(server);
      expect(server.heard).toEqual(['alice', 'bob', '/quit']);
    },
  },
  {
    how: 'because the server takes no name at all',
    async does(here, server) {
      await server.writes(question);
      for (let tried = 0; tried < 20; tried++) {
        await here.types(`name${tried}`);
        await server.writes(taken);
      }
      expect(server.heard).toHaveLength(10);
    },
    says: 'not let in with any of 10 names',
  },
  {
    how: 'because the time for a name is over',
    async does(here, server) {
      await server.writes(question);
      here.clock.moveTo(29_000);
      await server.writes('! No name in 30 s\n');
      await server.ends();
      expect(here.shown.at(-1)).toContain('! No name in 30 s');
    },
    says: 'not let in: No name in 30 s',
  },
  {
    how: 'because the server was killed',
    async does(here, server) {
      await comesIn(here, server);
      await server.ends();
    },
    says: `the connection ended without a goodbye from the ${of}`,
  },
  {
    how: 'because the server closes',
    async does(here, server) {
      await comesIn(here, server);
      await server.writes(`* The ${of} closes\n`);
      await server.ends();
    },
  },
];

const calls: readonly Row[] = [
  { how: 'with Ctrl-D', does: here => here.ends() },
  {
    how: 'with Ctrl-D, and still gets the answer',
    async does(here, server) {
      await here.types('one');
      await here.ends();
      expect(server.ended).toBe(true);
      here.clock.moveTo(3_600_000);
      await server.writes('[station] 1\n');
      await server.ends();
      expect(here.shown).toContain('[station] 1');
    },
  },
  {
    how: 'with /quit, and does not wait for the answer',
    async does(here, server) {
      await here.types('one');
      await here.types('/quit');
      await goodbye(server);
    },
  },
  {
    how: 'with Ctrl-C, and does not wait for the answer',
    async does(here, server) {
      await here.types('one');
      await here.interrupts();
      await server.ends();
    },
  },
  {
    how: 'because the station was killed before it answered',
    async does(here, server) {
      await here.types('one');
      await server.ends();
    },
    says: 'the connection ended before the station answered',
  },
  {
    how: 'because the station was killed while it listened',
    does: (_, server) => server.ends(),
    says: 'the connection ended without a goodbye from the station',
  },
];

async function leaves(demo: Demo, { does, says = '' }: Row): Promise<void> {
  const row = { demo, person: true };
  const ended = await played({ ...row, does: (server, here) => does(here, server) });
  expect(ended).toMatchObject({ code: says === '' ? 0 : 1, says });
}

describe.each(roomDemos)('a person at a client of $name leaves', demo => {
  it.each(rooms(demo.server))('$how', row => leaves(demo, row));
});

describe('a person who calls a station leaves', () => {
  it.each(calls)('$how', row => leaves(halfDuplexDemo, row));
});

it('the question for a name that --name answers is not shown', async () => {
  const [, demo] = roomDemos;
  const { shown } = await played({
    demo,
    flags: { name: 'alice' },
    person: true,
    async does(server) {
      await server.writes(question);
      await server.writes('* In the room: alice\n');
      await goodbye(server);
    },
  });
  expect(shown.slice(1)).toEqual(['* In the room: alice', '* Goodbye']);
});
