import { describe, expect, it } from 'vitest';
import type { framings } from '../../lib/tap/framings.ts';
import { tap, textsOf } from './tapping.ts';

describe('a tap records', () => {
  it.each(['ended', 'reset'] as const)('half a message, whose sender %s', how => {
    const { link, says, isHeard } = tap();
    says('Tea?\nMi');
    isHeard('Tea?\nMi');
    expect(textsOf(link)).toEqual(['sent Tea?', 'received Tea?']);
    link.there.endCame(how);
    link.there.endPassed(how);
    const half = '(half a message: 2 bytes)';
    expect(textsOf(link)).toEqual([`sent ${half}`, `refused ${half}`]);
    expect(link.verdict('full-duplex', 'free').counts.unheard).toHaveLength(1);
  });

  it.each<[framing: keyof typeof framings, pieces: string[]]>([
    ['lines', ['x'.repeat(70_000), 'x'.repeat(70_000), '\n']],
    ['slip', ['Tea?\xc0', '\xc0\xc0']],
  ])('no half a message where the last one was whole: %s', (framing, pieces) => {
    const { link } = tap(framing);
    for (const piece of pieces) link.there.came(Buffer.from(piece, 'latin1'));
    link.there.passed(Buffer.from(pieces.join(''), 'latin1'));
    expect(textsOf(link)).toHaveLength(2);
    link.there.endCame('ended');
    link.there.endPassed('ended');
    expect(textsOf(link)).toEqual([]);
  });

  it('nothing of half a message at the other end, if a reset overtook what was before it', () => {
    const { link, says } = tap();
    says('Tea?\nMi');
    link.there.endCame('reset');
    link.there.endPassed('reset');
    expect(textsOf(link)).toEqual(['sent Tea?', 'sent (half a message: 2 bytes)']);
  });
});
