import { attribute, escaped } from './svg-text.ts';

/** One element of a drawing, as data: a file writes it as markup, a page makes it without markup. */
export interface Shape {
  readonly tag: 'g' | 'title' | 'line' | 'path' | 'rect' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly inside: readonly Shape[] | string;
}

export const shape = (
  tag: Shape['tag'],
  attributes: Shape['attributes'],
  inside: Shape['inside'] = '',
): Shape => ({ tag, attributes, inside });

/** The only place where shapes become text. */
export function markup({ tag, attributes, inside }: Shape): string {
  const pairs = Object.entries(attributes);
  const words = pairs.map(([name, value]) => ` ${name}=${attribute(String(value))}`);
  const start = `<${tag}${words.join('')}`;
  const content =
    typeof inside === 'string' ? escaped(inside) : inside.map(markup).join('');
  return isEmpty.has(tag) ? `${start}/>` : `${start}>${content}</${tag}>`;
}

const isEmpty: ReadonlySet<Shape['tag']> = new Set(['line', 'path', 'rect']);
