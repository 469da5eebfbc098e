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

/** An arrow with its label and its numbers, and the plate of a crossing that it completes. */
export interface DrawnArrow {
  readonly shape: Shape;
  readonly plate: readonly Shape[];
}

/** Draws all arrows, in their order. `classOf`: one more class for an arrow. */
export function drawArrows(
  items: readonly Item[],
  plan: Plan,
  classOf: (arrow: Arrow) => string = () => '',
): DrawnArrow[] {
  const arrows = arrowsOf(items);
  const strokes = arrows.flatMap(arrow => strokeOf(arrow, plan) ?? []);
  const shown = onceEach(strokes);
  const crossed = crossingsIn(items, plan);
  const without = repeated(
    shown.map(({ arrow }) => arrow),
    plan,
  );
  const numbers = numbersAt(strokes, plan);
  const taken = [...crossed.flatMap(edgesOf), ...numbers.flatMap(({ edges }) => edges)];
  const labels = placeLabels(shown, { width: plan.width, letter, without, taken });
  const [numbersOf, platesOf] = [byArrow(numbers), byArrow(crossed)];
  return shown.map(stroke => {
    const { arrow } = stroke;
    const look = [labels.get(arrow), classOf(arrow)] as const;
    const written = numbersOf.get(arrow)?.map(one => one.shape);
    const plate = platesOf.get(arrow)?.map(drawCrossing) ?? [];
    return { shape: drawStroke(stroke, look, written), plate };
  });
}

function byArrow<T extends { readonly arrow: Arrow }>(
  all: readonly T[],
): Map<Arrow, T[]> {
  const groups = new Map<Arrow, T[]>();
  for (const one of all) groups.set(one.arrow, [...(groups.get(one.arrow) ?? []), one]);
  return groups;
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
