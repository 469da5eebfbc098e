import { letter } from '../../../lib/view/export/svg-plan.ts';
import { type Shape, shape } from '../../../lib/view/export/svg-shape.ts';
import { cells, shorten } from '../../../lib/view/text/width.ts';
import { type Lanes, others } from './lanes.ts';
import { theRoom } from './live-record.ts';

export const headHeight = 34;

interface HeadOptions {
  readonly width: number;
  readonly me: string;
  readonly colour: (name: string) => number;
}

/** The names above the lanes, each as long as it has space. */
export function drawHeads(
  lanes: Lanes,
  at: ReadonlyMap<string, number>,
  { me, colour, width }: HeadOptions,
): Shape[] {
  const places = [...at.values()];
  const gap = places.length > 1 ? (places[1] ?? 0) - (places[0] ?? 0) : 200;
  const most = Math.floor((gap - 10) / letter);
  return [...at].map(([name, x]) => {
    const look = name === theRoom || name === others ? 'hub' : `c${colour(name)}`;
    const text = shorten(titleOf(name, me, lanes), most);
    const half = (cells(text) * letter) / 2 + 4;
    const middle = Math.min(Math.max(x, half), width - half);
    const place = { class: `name ${look}`, x: middle, y: 22, 'text-anchor': 'middle' };
    return shape('g', {}, [
      shape('title', {}, name === others ? lanes.folded.join(', ') : name),
      shape('text', place, text),
    ]);
  });
}

function titleOf(name: string, me: string, { folded }: Lanes): string {
  if (name === others)
    return folded.length === 1 ? '1 other' : `${folded.length} others`;
  return name === me ? `${name} (you)` : name;
}
