import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster } from '../../demos/cluster/demo.ts';
import type { LogBatch } from '../../lib/cluster/entry.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../lib/cluster/snapshot.ts';
import {
  decodeBatch,
  encodeBatch,
  longestBatch,
  longestWords,
} from '../../lib/cluster/wire.ts';
import { clean } from '../../lib/connection/clean.ts';
import { runs } from '../long.ts';
import { logs } from './entries.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a batch on the wire', () => {
  it('comes back as it was, and its words are clean', () => {
    fc.assert(
      fc.property(logs, log => {
        for (const batch of log) {
          const entries = batch.entries.map(entry =>
            entry.is === 'said' ? { ...entry, words: clean(entry.words) } : entry,
          );
          expect(decodeBatch(encodeBatch(batch))).toEqual({ ...batch, entries });
        }
      }),
      runs(100),
    );
  });

  it.each([
    ['', 'nothing'],
    ['["A",1', 'half of it'],
    ['{"node":"A"}', 'something else'],
    ['["A",1]', 'no entries'],
    ['["A B",1,[]]', 'a name that is none'],
    ['["A",1.5,[]]', 'half a number'],
    ['["A",-1,[]]', 'a number below zero'],
    ['["A",68719476737,[]]', 'a number that no node reaches'],
    ['["A",1,[["said",1]]]', 'nothing said'],
    ['["A",1,[["said","1","Hi"]]]', 'a number in words'],
    ['["A",1,[["joined",1,"[bob]"]]]', 'a name that nobody may have'],
    ['["A",1,[["joined",1,"Zoe\u0308"]]]', 'a name in another form'],
    ['["A",1,[["shouted",1,"Hi"]]]', 'an entry that nobody knows'],
    ['["A",1,[["alive",1]]]', 'more than an entry has'],
    ['["A",1,[["gone","x y"]]]', 'a node that is none'],
    ['["A",1,[null]]', 'null'],
  ])('%j is not one: %s', text => expect(decodeBatch(bytesOf(text))).toBeUndefined());

  it('is not one if it is too long, or not UTF-8', () => {
    const long = `["A",1,[["said",1,"${'x'.repeat(longestBatch)}"]]]`;
    expect(decodeBatch(bytesOf(long))).toBeUndefined();
    expect(decodeBatch(Uint8Array.of(0x5b, 0xff, 0x5d))).toBeUndefined();
  });

  it('is not one if its words are longer than any node may let in', () => {
    const said = (length: number) => `["A",1,[["said",1,"${'x'.repeat(length)}"]]]`;
    expect(decodeBatch(bytesOf(said(longestWords)))).toBeDefined();
    expect(decodeBatch(bytesOf(said(longestWords + 1)))).toBeUndefined();
  });

  it('has room for the longest words, whatever they are', () => {
    const largest = [longestWords, longestWords + 1].map(String);
    const { read } = cluster.options.maxMessage;
    expect(largest.map(read)).toEqual([longestWords, undefined]);
    // A unit that UTF-8 writes as one byte, and JSON as six.
    const words = '\u0001'.repeat(longestWords);
    const batch = { node: 'A', count: 1, entries: [{ is: 'said', member: 1, words }] };
    expect(decodeBatch(encodeBatch(batch as LogBatch))).toBeDefined();
  });

  it('has words from which a stranger cannot command a terminal', () => {
    const batch = decodeBatch(
      bytesOf('["A",1,[["said",1,"\\u001b[2J\\n* bob left"]]]'),
    );
    expect(batch?.entries).toEqual([
      { is: 'said', member: 1, words: '\ufffd[2J\ufffd* bob left' },
    ]);
  });
});

describe('a checkpoint on the wire', () => {
  const state = {
    nodes: [['A', 3]],
    members: [['A', 1, 'alice']],
    gone: ['B'],
  } as const;

  it('comes back as it was', () =>
    expect(decodeCheckpoint(encodeCheckpoint({ position: 7, state }))).toEqual({
      position: 7,
      state,
    }));

  it.each([
    '[]',
    '[-1,[],[],[]]',
    '[1,[["A"]],[],[]]',
    '[1,[],[["A",1,"[bob]"]],[]]',
    '[1,[],[],[1]]',
    '[1,{},[],[]]',
  ])('%s is not one', text => expect(decodeCheckpoint(bytesOf(text))).toBeUndefined());
});
