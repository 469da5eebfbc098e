import { describe, expect, it } from 'vitest';
import { viewIn } from '../../lib/view/style.ts';
import { Run } from './run.ts';
import { takingTurns } from './scenes.ts';

/** A picture in a window whose width changes. */
function inWindow(first: number | undefined, mode: 'half-duplex' | 'full-duplex') {
  let width = first;
  const lanes = ['alice', mode === 'half-duplex' ? 'station' : 'bob'];
  const window = { columns: () => width, plain: false };
  const picture = viewIn(window, { mode, lanes });
  return {
    picture,
    resize: (columns: number) => {
      width = columns;
    },
  };
}

describe('a window that changes its width', () => {
  it('prints the names again above the next rows, at the new width', () => {
    const { picture, resize } = inWindow(80, 'full-duplex');
    picture.draw(new Run().say('alice', 'bob', 'Tea?').batch());
    resize(64);
    expect(picture.draw(new Run().say('bob', 'alice', 'Yes').batch())).toEqual([
      '       alice                                 bob',
      '      2  ●◀─────────────── Yes ───────────────● 1',
    ]);
    expect(picture.draw(new Run().say('alice', 'bob', 'Now?').batch())).toHaveLength(1);
  });

  it('has no second heading where the first one is already at the new width', () => {
    const { picture, resize } = inWindow(80, 'full-duplex');
    resize(64);
    expect(picture.head()).toHaveLength(1);
    expect(picture.draw(new Run().say('bob', 'alice', 'Yes').batch())).toHaveLength(1);
  });

  it('has no heading without rows', () => {
    const { picture, resize } = inWindow(80, 'full-duplex');
    resize(64);
    expect(picture.draw([])).toEqual([]);
    expect(picture.draw(new Run().say('bob', 'alice', 'Yes').batch())).toHaveLength(2);
  });

  it('becomes a table and sentences, and knows whose turn it is when it is wide again', () => {
    const { picture, resize } = inWindow(80, 'half-duplex');
    const events = takingTurns().events;
    const rows = (from: number, to: number) => picture.draw(events.slice(from, to));
    rows(0, 2);
    resize(55);
    expect(rows(2, 4)[0]).toMatch(/^ {3}# {2}turn/);
    resize(40);
    expect(rows(4, 6)).toEqual([
      '5 alice says out of turn, not heard:',
      "    Hello?? (the turn is the station's",
      '    since 4)',
      '6 station does not hear 5 from',
      '    alice: out of turn',
    ]);
    resize(80);
    expect(rows(6, 8).at(-1)).toMatch(/^ {6}8 {2}┊◀╌.*╌█ 7$/);
  });

  it('is told in sentences that are not folded where nobody looks', () => {
    const { picture } = inWindow(undefined, 'full-duplex');
    const long = 'word '.repeat(30).trim();
    expect(picture.draw(new Run().say('alice', 'bob', long).batch())[0]).toBe(
      `1 alice says: ${long}`,
    );
  });
});
