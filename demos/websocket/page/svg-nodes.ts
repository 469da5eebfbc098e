import type { Shape } from '../../../lib/view/export/svg-shape.ts';

const svg = 'http://www.w3.org/2000/svg';

/**
 * Makes the elements of a drawing. There is no markup on the way, so words cannot become any; the
 * page's policy forbids markup from scripts (`trusted-types 'none'`).
 */
export function nodeOf({ tag, attributes, inside }: Shape): SVGElement {
  const node = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes))
    node.setAttribute(name, String(value));
  if (typeof inside === 'string') node.textContent = inside;
  else node.append(...inside.map(nodeOf));
  return node;
}

/** Letters of a drawing are a little larger on a page than in a file. */
const zoom = 1.1;

/** A drawing grows with the letters of the page. */
export function pixelsPerUnit(): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  return (Number.parseFloat(fontSize) / 16) * zoom;
}

/** Fills an `svg` element with shapes. The size is in units of the drawing. */
export function fill(
  element: Element,
  shapes: readonly Shape[],
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const scale = pixelsPerUnit();
  element.setAttribute('viewBox', `0 0 ${width} ${height}`);
  element.setAttribute('width', String(width * scale));
  element.setAttribute('height', String(height * scale));
  element.replaceChildren(...shapes.map(nodeOf));
}
