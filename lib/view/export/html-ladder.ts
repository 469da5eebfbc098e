import type { Line } from '../meaning/line.ts';
import { sentence } from '../rows/plain.ts';
import { type LadderDrawing, step } from './svg.ts';
import { attribute } from './svg-text.ts';

/**
 * The ladder with a place to click for each event: the whole row in which it stands, for each row
 * has one event. Without the page's script each is a link to its words.
 */
export function ladderOf(
  { plan, shapes }: LadderDrawing,
  lines: readonly Line[],
  several: boolean,
): string {
  const rows = lines.map((line, place) => {
    const y = plan.y(line.event);
    return (
      `<a class="event" href="#e${place + 1}" data-x="${plan.x(line.event.end)}" aria-label=${attribute(sentence(line, several))}>` +
      `<rect x="0" y="${y - step / 2}" width="${plan.width}" height="${step}"/></a>`
    );
  });
  return [
    `<svg class="${plan.names.length > 2 ? 'many' : 'two'}" viewBox="0 0 ${plan.width} ${plan.height}" width="${plan.width}"`,
    ` role="group" aria-label="The ladder: time runs downwards">`,
    ...rows,
    '<g class="drawing" aria-hidden="true">',
    ...shapes,
    '</g>',
    '</svg>',
  ].join('\n');
}
