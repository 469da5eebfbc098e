import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A link from one page to a file of ours, perhaps to a place in it. */
export interface Link {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly place: string;
}

const posix = (path: string) => path.replaceAll('\\', '/');

/** The links of a page that lead to files, in the order in which they stand. */
export function linksOf(page: string, markdown = readFileSync(page, 'utf8')): Link[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .map(target => {
      const [path = '', place = ''] = target.split('#');
      return { file: path === '' ? page : posix(join(dirname(page), path)), place };
    });
}

/** The places of a page to which a link can lead: its headings, and its anchors. */
export function placesOf(page: string): Set<string> {
  const markdown = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...anchorsOf(markdown)]);
}

export const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);

/** Links of a page that lead nowhere. */
export const deadLinks = (page: string, markdown?: string): string[] =>
  linksOf(page, markdown)
    .filter(({ file, place }) =>
      existsSync(file)
        ? place !== '' && file.endsWith('.md') && !placesOf(file).has(place)
        : true,
    )
    .map(({ file, place }) => `${file}#${place}`);
