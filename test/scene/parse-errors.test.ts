import { describe, expect, it } from 'vitest';
import { parseScene } from '../../lib/scene/script/parse.ts';
import { SceneError } from '../../lib/scene/script/scene.ts';

describe('a bad file', () => {
  const good = [
    'title: A test',
    'mode: half-duplex',
    'link: chop 1',
    '',
    'alice connects',
    'verdict half-duplex',
  ];
  const bad = (line: number, text: string): string =>
    good.with(line - 1, text).join('\n');

  it('would be good otherwise', () => {
    expect(parseScene('x.scene', good.join('\n')).steps).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['', '1: expected the scene after the header'],
    ['title: x\nmode: simplex\n\n', '4: expected the scene after the header'],
    [
      bad(1, 'titel: x'),
      '1: expected "title:", "mode:", "server:", "link:", "turns:", "from:", "rules:" or a blank line, found "titel: x"',
    ],
    [
      bad(4, 'alice says Hi'),
      '4: expected "title:", "mode:", "server:", "link:", "turns:", "from:", "rules:" or a blank line',
    ],
    [bad(3, 'mode: simplex'), '3: expected "mode:" once'],
    [bad(1, '# title: x'), '1: expected "title:" in the header'],
    [bad(2, 'server: --operator'), '1: expected "mode:" in the header'],
    [
      bad(2, 'mode: duplex'),
      '2: expected mode simplex, half-duplex, full-duplex, found "duplex"',
    ],
    [bad(3, 'link: chop'), '3: expected a whole number from 1, found ""'],
    [
      bad(6, 'alice ends'),
      '6: expected the last line to be "verdict MODE", found "alice ends"',
    ],
    [
      bad(6, 'verdict duplex'),
      '6: expected "verdict [not | undecided] simplex, half-duplex or full-duplex", found "duplex"',
    ],
    [
      bad(6, 'verdict simplex, 3 cats'),
      '6: expected a number and one of: heard, messages',
    ],
    [bad(6, 'verdict simplex, 3 toString'), '6: expected a number and one of'],
    [bad(6, 'verdict simplex, heard'), '6: expected a number and one of'],
    [
      bad(5, 'alice'),
      '5: expected "WHO does what", "-- narration" or "?? question", found "alice"',
    ],
    [
      bad(5, 'alice connects over pigeon'),
      '5: expected a door (tcp, websocket, udp, unix), found "pigeon"',
    ],
    [bad(3, 'turns: loose'), '3: expected turns strict or free, found "loose"'],
    [bad(3, 'rules: H3, T12'), '3: expected rules such as "H3 T12", found "H3,"'],
    [bad(3, 'rules: h3'), '3: expected rules such as "H3 T12", found "h3"'],
    [bad(5, '  alice connects'), '5: expected "WHO does what"'],
    [bad(5, '1alice connects'), '5: expected "WHO does what"'],
    [
      bad(5, 'alice shouts Hi'),
      '5: expected a verb (connects, says, begins, finishes, writes, hears, sees, ends, vanishes, stalls, resumes, floods, stops, starts, is, dies), found "shouts Hi"',
    ],
    [bad(5, 'alice says'), '5: expected a verb'],
    [bad(5, 'alice ends it'), '5: expected a verb'],
    [bad(5, 'alice connects with gain 10%'), '5: expected chop, coalesce, delay'],
    [bad(5, 'alice writes Hi'), '5: expected "BYTES" in double quotes, found Hi'],
    [
      bad(5, 'alice writes "Hi\\"'),
      '5: expected "BYTES" in double quotes, found "Hi\\"',
    ],
    [
      bad(5, 'alice writes "\\q"'),
      '5: expected \\n \\r \\t \\" \\\\ \\xHH, or x\\{N} for N times x, found "\\q"',
    ],
    [
      bad(5, 'alice writes "\\x4"'),
      '5: expected \\n \\r \\t \\" \\\\ \\xHH, or x\\{N} for N times x, found "\\x"',
    ],
    [
      bad(5, 'alice says "\\xff"'),
      '5: expected text in UTF-8: other bytes need "WHO writes"',
    ],
    [bad(5, 'verdict half-duplex'), '5: expected a verb'],
    [bad(5, 'at once:'), '5: expected indented lines below "at once:"'],
    [
      bad(5, 'at once:\n  alice hears Hi'),
      '6: expected only "say", "begin", "finish", "write", "end", "vanish" below "at once:", found "hear"',
    ],
    [bad(5, 'at once:\n  -- Now!'), '6: expected only'],
    [
      bad(5, 'in any order:\n  alice says Hi'),
      '6: expected only "hear" below "in any order:", found "say"',
    ],
    [bad(5, 'at once:\n  at once:\n    alice ends'), '6: expected'],
  ])('is named with its line, and what was expected: %j', (source, problem) => {
    const read = () => parseScene('dir/x.scene', source);
    expect(read).toThrow(SceneError);
    expect(read).toThrow(`dir/x.scene:${problem}`);
  });
});
