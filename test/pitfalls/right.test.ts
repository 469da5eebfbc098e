import { describe, expect, it } from 'vitest';
import { Trial } from '../../demos/pitfalls/trial/trial.ts';
import { patience } from '../../demos/pitfalls/tried.ts';
import { takesLong } from '../long.ts';
import { longTalks } from './long-talks.ts';
import { talks } from './talks.ts';

describe.concurrent('the right program', () => {
  it.for([...talks, ...longTalks])('of $pitfall $claim', async (one, test) => {
    if (longTalks.includes(one)) takesLong(test);
    const file = `demos/pitfalls/${one.pitfall}/right.ts`;
    const trial = new Trial({ file, patience: patience.right });
    try {
      expect(await one.talk(trial)).toEqual(one.expected);
    } finally {
      await trial.close();
    }
  });
});
