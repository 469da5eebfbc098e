import type { Arrow } from '../meaning/item.ts';
import type { Plan } from './svg-plan.ts';

/**
 * The arrows that can do without a label, because another one of the same fan-out has it: one end said
 * the same to several, one after the other. To each side the longest arrow has it, for it has the most room.
 */
export function repeated(arrows: readonly Arrow[], plan: Plan): ReadonlySet<Arrow> {
  const found = new Set<Arrow>();
  const room = ({ from, to }: Arrow) => plan.x(to) - plan.x(from);
  for (const fan of fansOf(arrows, plan))
    for (const side of [-1, 1]) {
      const there = fan.filter(arrow => Math.sign(room(arrow)) === side);
      const [, ...others] = there.sort((a, b) => (room(b) - room(a)) * side);
      for (const arrow of others) found.add(arrow);
    }
  return found;
}

/** Arrows with which one end says the same to one after the other, or to several from one point. */
function fansOf(arrows: readonly Arrow[], plan: Plan): Arrow[][] {
  const fans: Arrow[][] = [];
  const points = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const { from, label, sent } = arrow;
    const point = JSON.stringify([from, label, sent && plan.y(sent)]);
    const last = points.get(point) ?? fans.at(-1);
    const [first] = last ?? [];
    const goesOn = first?.from === arrow.from && first.label === arrow.label;
    const fan = last && goesOn && !last.some(({ to }) => to === arrow.to) ? last : [];
    if (fan.push(arrow) === 1) fans.push(fan);
    points.set(point, fan);
  }
  return fans;
}
