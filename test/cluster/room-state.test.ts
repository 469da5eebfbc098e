import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogBatch } from '../../lib/cluster/entry.ts';
import { type Happening, RoomState } from '../../lib/cluster/room-state.ts';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  type Snapshot,
} from '../../lib/cluster/snapshot.ts';
import { keyOf } from '../../lib/hub/name.ts';
import { often } from '../often.ts';
import { logs } from './entries.ts';
import { wrongStates } from './wrong-states.ts';

interface State {
  apply(batch: LogBatch): Happening[];
  readonly snapshot: Snapshot;
}
type Make = (snapshot?: Snapshot) => State;

const right: Make = snapshot => new RoomState(snapshot);

const applied = (state: State, log: readonly LogBatch[]): Happening[] =>
  log.flatMap(batch => state.apply(batch));

/** What every state of a room must keep. Each is a check that throws. */
const properties: Record<string, (make: Make, log: LogBatch[], at: number) => void> = {
  'a node that comes later and goes on from a checkpoint has the same state': (
    make,
    log,
    at,
  ) => {
    const [early, late] = [log.slice(0, at), log.slice(at)];
    const all = make();
    applied(all, early);
    const bytes = encodeCheckpoint({ position: at, state: all.snapshot });
    const newcomer = make(decodeCheckpoint(bytes)?.state);
    expect(applied(newcomer, late)).toEqual(applied(all, late));
    expect(newcomer.snapshot).toEqual(all.snapshot);
  },
  'a batch that is appended again changes nothing': (make, log, at) => {
    const [once, twice] = [make(), make()];
    const again = [
      ...log.slice(0, at),
      ...log.slice(0, at).slice(-3),
      ...log.slice(at),
    ];
    expect(applied(twice, again)).toEqual(applied(once, log));
    expect(twice.snapshot).toEqual(once.snapshot);
  },
  'no two members have one name': (make, log) => {
    const state = make();
    for (const batch of log) {
      state.apply(batch);
      const keys = state.snapshot.members.map(([, , name]) => keyOf(name));
      expect(new Set(keys).size).toBe(keys.length);
    }
  },
  'the first who joins has the name, until it is free again': (make, log) => {
    const holder = new Map<string, string>();
    for (const one of applied(make(), log)) {
      const left = one.what === 'gone' ? one.who : one.what === 'left' ? [one.who] : [];
      for (const { name } of left) expect(holder.delete(keyOf(name))).toBe(true);
      if (one.what !== 'joined' && one.what !== 'taken') continue;
      const { node, number, name } = one.who;
      expect(holder.has(keyOf(name))).toBe(one.what === 'taken');
      if (one.what === 'joined') holder.set(keyOf(name), `${node} ${number}`);
    }
  },
  'the first "gone" counts, and nobody hears that node again': (make, log) => {
    const gone = new Set<string>();
    for (const one of applied(make(), [...log, ...log])) {
      const node = 'node' in one ? one.node : one.who.node;
      expect(gone.has(node)).toBe(false);
      if (one.what === 'gone') gone.add(node);
    }
  },
  'only members are heard': (make, log) => {
    const here = new Set<string>();
    for (const one of applied(make(), log)) {
      if (one.what === 'said') expect(here).toContain(one.who.name);
      if (one.what === 'joined') here.add(one.who.name);
      const left = one.what === 'gone' ? one.who : one.what === 'left' ? [one.who] : [];
      for (const { name } of left) here.delete(name);
    }
  },
};

const check = (name: string, make: Make) =>
  fc.assert(
    fc.property(logs, fc.nat(20), (log, at) => properties[name]?.(make, log, at)),
  );

describe('the state of a room that several nodes read from one log', () => {
  it.each(Object.keys(properties))('%s', name => check(name, right));

  it.each(wrongStates)('is not the one that %s', (_, make, broken) =>
    expect(() => often(() => check(broken, make))).toThrow(),
  );
});
