import { describe, expect, it } from 'vitest';
import { pages } from '../../docs/generate/pages.ts';
import { avoided, complaints } from './plain.ts';
import { written, writtenBy } from './prose.ts';

const held = [...pages(), 'CONTRIBUTING.md'];

describe('a page is plain English', () => {
  it.each(held)('%s', page => expect(complaints(writtenBy(page))).toEqual([]));
});

describe('the check of plain English', () => {
  const of = (markdown: string) => complaints(written(markdown));
  const long = `${'word '.repeat(41)}end.`;

  it.each([
    ['A port, 9004 unless told.', '1: "unless told": write (default: X)'],
    ['It drops so many bytes.', '1: "so many"'],
    ['It is late by chance.', '1: "by chance"'],
    ['FIN comes behind that frame.', '1: "behind"'],
    ['It is 0 + 1\n+ 2.', '2: begins a list'],
    ['It saw number\n1.', '2: begins a list'],
    ['So one has to decide.', '1: "one has to"'],
    ['| a | begins anew |', '1: "anew"'],
    ['The programme ends.', '1: "programme"'],
    ['A chunk is no message.', '1: "is no message"'],
    ['One sentence. Another one.', '1: two sentences on one line'],
    ['- A point (9293). **Another** one.', '1: two sentences on one line'],
    [`text ${'x'.repeat(100)}`, '1: over 100 columns'],
    [`\`\`\`\ncode ${'x'.repeat(100)}\n\`\`\``, '2: over 100 columns'],
    [long.replace(/((?:word ){10})/g, '$1\n'), '1: over 40 words'],
  ])('complains of %j', (markdown, complaint) =>
    expect(of(markdown)[0]).toContain(complaint),
  );

  it.each([
    'A peer behind a proxy is not asked.',
    'RFC 1122, 4.2.2.2 (PUSH is not a record marker); RFC 896.',
    'The code `unless told. So` is not English.',
    '<!-- generated: x -->\nunless told. So many.\n<!-- end -->',
    '<!-- bench: x -->\nunless told. So many.\n<!-- bench ends -->',
    '```ts\n// unless told. So many.\n```',
    '1. A point.\n2. Another.',
    `| ${'x '.repeat(100)} |`,
  ])('lets %j pass', markdown => expect(of(markdown)).toEqual([]));

  it('has no pattern that nothing can match', () => {
    expect(avoided.map(([pattern]) => pattern.source)).toHaveLength(
      new Set(avoided.map(([pattern]) => pattern.source)).size,
    );
  });
});
