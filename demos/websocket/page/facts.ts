import type { Facts } from './live-record.ts';
import { verdictOf } from './verdict.ts';

/** The lines around the picture. */
export interface FactsParts {
  readonly earlier: HTMLElement;
  readonly verdict: HTMLElement;
  readonly counted: HTMLElement;
  readonly folded: HTMLElement;
}

/** What the picture leaves out: earlier events, and people without a lane of their own. */
interface LeftOut {
  readonly earlier: number;
  readonly folded: readonly string[];
}

/** Says what the record proves, and what the picture does not show. */
export function showFacts(
  { earlier, verdict, counted, folded }: FactsParts,
  facts: Facts,
  leftOut: LeftOut,
): void {
  const { isShown, headline, counted: counts } = verdictOf(facts);
  verdict.textContent = headline;
  verdict.classList.toggle('shown', isShown);
  counted.textContent = counts;
  const before = leftOut.earlier;
  say(earlier, before > 0 && `… ${before.toLocaleString('en')} earlier events`);
  const names = leftOut.folded.join(', ');
  say(folded, names && `On the lane “others”: ${names}.`);
}

/** Shows a line if there is one. */
function say(line: HTMLElement, text: string | false): void {
  line.hidden = !text;
  line.textContent = text || '';
}
