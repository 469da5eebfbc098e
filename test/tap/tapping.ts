import { framings } from '../../lib/tap/framings.ts';
import { TappedLink } from '../../lib/tap/tapped-link.ts';
import type { Mode } from '../../lib/trace/rules/index.ts';

const bytes = (text: string) => Buffer.from(text);

/** A tapped link, and what comes and goes at its ends. */
export function tap(
  framing: keyof typeof framings = 'lines',
  observe = (_: object) => {},
) {
  const link = new TappedLink({
    link: 'a>b',
    names: ['caller', 'server'],
    codec: framings[framing],
    now: () => 0,
    observe,
  });
  const says = (text: string) => link.there.came(bytes(text));
  const hears = (text: string) => link.back.passed(bytes(text));
  const answers = (text: string) => link.back.came(bytes(text));
  const isHeard = (text: string) => link.there.passed(bytes(text));
  const standing = (mode: Mode, turns: 'free' | 'strict' = 'free') => {
    link.flush();
    return link.verdict(mode, turns).result;
  };
  return { link, says, hears, answers, isHeard, standing };
}

/** What the tap has recorded since the last call. */
export const textsOf = (link: TappedLink) =>
  link
    .flush()
    .flatMap(({ what, text }) => (text === undefined ? [] : `${what} ${text}`));
