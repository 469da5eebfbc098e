import type { Arrow } from '../meaning/item.ts';
import type { Plan } from './svg-plan.ts';

/**
 * The arrows without a label, because another one of the same fan-out has it: one end said the same
 * to several, one after the other. To each side the longest arrow has it, for it has the most room.
 */
export function repeated(arrows: readonly Arrow[], plan: Plan): ReadonlySet<Arrow> {
  const found = new Set<Arrow>();
  const room = ({ from, to }: Arrow) => plan.x(to) - plan.x(from);
  for (const fan of fansOf(arrows))
    for (const side of [-1, 1]) {
      const there = fan.filter(arrow => Math.sign(room(arrow)) === side);
      const [, ...others] = there.sort((a, b) => (room(b) - room(a)) * side);
      for (const arrow of others) found.add(arrow);
    }
  return found;
}

/** Runs of arrows with which one end says the same to one after the other. */
function fansOf(arrows: readonly Arrow[]): Arrow[][] {
  const fans: Arrow[][] = [];
  for (const arrow of arrows) {
    const last = fans.at(-1);
    const [first] = last ?? [];
    const goesOn = first?.from === arrow.from && first.label === arrow.label;
    if (last && goesOn && !last.some(({ to }) => to === arrow.to)) last.push(arrow);
    else fans.push([arrow]);
  }
  return fans;
}
