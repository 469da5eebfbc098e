import { expect, it } from 'vitest';
import { mermaid } from '../../lib/view/export/mermaid.ts';
import { Run } from './run.ts';
import { bothAtOnce, takingTurns } from './scenes.ts';

it('writes a sequence diagram with the turns as notes', () => {
  const text = mermaid(takingTurns().batch(), {
    mode: 'half-duplex',
    lanes: ['alice', 'station'],
  });
  expect(text.split('\n').slice(0, 9)).toEqual([
    'sequenceDiagram',
    '  participant lane0 as alice',
    '  participant lane1 as station',
    '  lane0-->>lane1: 1-2 connects',
    "  Note over lane0,lane1: alice's turn",
    '  lane0->>lane1: 3-4 Is anybody there?',
    "  Note over lane1,lane0: station's turn",
    '  lane0--xlane1: 5-6 Hello??',
    '  lane1-->>lane0: 7-8 ! Not your turn: wait for [station]',
  ]);
});

it('notes a crossing', () => {
  const text = mermaid(bothAtOnce().batch(), { lanes: ['alice', 'bob'] });
  expect(text).toContain('  Note over lane0,lane1: 3 and 4 crossed\n');
});

it('says below the picture that it is not all', () => {
  const note = 'the first 4 of 15,204 events';
  const text = mermaid(bothAtOnce().batch(), { lanes: ['alice', 'bob'], note });
  expect(text).toMatch(/\n {2}Note over lane0: the first 4 of 15,204 events\n$/);
});

it('keeps the diagram whole whatever is said', () => {
  const hostile = 'x; end\nend # %% <b>&amp;`';
  const run = new Run().say('alice', 'end', hostile);
  expect(mermaid(run.batch(), { lanes: ['alice'] }).split('\n')).toEqual([
    'sequenceDiagram',
    '  participant lane0 as alice',
    '  participant lane1 as e#110;d',
    '  lane0->>lane1: 1-2 x#59; e#110;d e#110;d #35; #37;#37; #60;b#62;#38;amp#59;#96;',
    '',
  ]);
});
