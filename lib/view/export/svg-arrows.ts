import type { Arrow, Item } from '../meaning/item.ts';
import { arrowsOf } from './mermaid.ts';
import { crossingsIn, drawCrossing, edgesOf } from './svg-crossings.ts';
import { repeated } from './svg-fans.ts';
import { placeLabels } from './svg-labels.ts';
import { type Stroke, strokeOf } from './svg-lines.ts';
import { numbersAt } from './svg-numbers.ts';
import { drawStroke } from './svg-parts.ts';
import { letter, type Plan } from './svg-plan.ts';
import type { Shape } from './svg-shape.ts';

/**
 * Draws all arrows with their labels and numbers, in their order, and above them the crossings.
 * `classOf`: one more class for an arrow.
 */
export function drawArrows(
  items: readonly Item[],
  plan: Plan,
  classOf: (arrow: Arrow) => string = () => '',
): Shape[] {
  const arrows = arrowsOf(items);
  const strokes = arrows.flatMap(arrow => strokeOf(arrow, plan) ?? []);
  const shown = onceEach(strokes);
  const crossed = crossingsIn(items, plan);
  const again = repeated(
    shown.map(({ arrow }) => arrow),
    plan,
  );
  const numbers = numbersAt(strokes, plan);
  const taken = [...crossed.flatMap(edgesOf), ...numbers.flatMap(({ edges }) => edges)];
  const labels = placeLabels(shown, {
    width: plan.width,
    letter,
    repeated: again,
    taken,
  });
  const numbersOf = new Map<Arrow, Shape[]>();
  for (const { arrow, shape } of numbers)
    numbersOf.set(arrow, [...(numbersOf.get(arrow) ?? []), shape]);
  const drawn = shown.map(stroke => {
    const { arrow } = stroke;
    const look = [labels.get(arrow), classOf(arrow)] as const;
    return drawStroke(stroke, look, numbersOf.get(arrow));
  });
  return [...drawn, ...crossed.map(drawCrossing)];
}

/** Several arrows that would cover each other are drawn as one. */
function onceEach(strokes: readonly Stroke[]): Stroke[] {
  const seen = new Map<string, Stroke>();
  for (const stroke of strokes) {
    const { arrow, start, end } = stroke;
    const place = JSON.stringify([arrow.label, start, end]);
    if (!seen.has(place)) seen.set(place, stroke);
  }
  return [...seen.values()];
}
