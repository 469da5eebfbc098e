import { describe, expect, it } from 'vitest';
import { Silence } from '../../lib/cluster/silence.ts';

const beats = (silence: Silence, many: number) =>
  Array.from({ length: many }, () => silence.beat('A')).at(-1);

describe('silence', () => {
  it('is five heartbeats of ours without a word from another node', () => {
    const silence = new Silence();
    for (const node of ['A', 'B', 'C']) silence.heard(node);
    expect(beats(silence, 4)).toEqual([]);
    silence.heard('C');
    expect(silence.beat('A')).toEqual(['B']);
  });

  it('begins again with each word', () => {
    const silence = new Silence();
    silence.heard('B');
    beats(silence, 4);
    silence.heard('B');
    expect(beats(silence, 4)).toEqual([]);
  });

  it('is not expected of a node that is gone, and never our own', () => {
    const silence = new Silence();
    for (const node of ['A', 'B']) silence.heard(node);
    silence.gone('B');
    expect(beats(silence, 10)).toEqual([]);
  });
});
