import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { block } from './blocks.ts';
import { pitfallPage, pitfallPages } from './pitfalls.ts';

/** Every page that is generated, or may hold generated blocks, relative to the project's folder. */
export function pages(): string[] {
  const inDocs = readdirSync('docs').filter(file => file.endsWith('.md'));
  return ['README.md', ...inDocs.map(file => `docs/${file}`), ...pitfallPages];
}

/** `<!-- generated: WHAT -->`, then what the generator writes, then `<!-- end -->`. */
const marked = /(<!-- generated: (.+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** A page as it is, and as it would be if it were generated again. */
export async function renewed(
  page: string,
): Promise<{ before: string; after: string }> {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  if (pitfallPages.includes(page)) return { before, after: await pitfallPage(page) };
  const made = new Map<string, string>();
  for (const [, , what = ''] of before.matchAll(marked)) {
    if (!made.has(what)) made.set(what, await block(what));
  }
  const after = before.replace(
    marked,
    (_, head: string, what: string, tail: string) => {
      return `${head}${made.get(what)}\n${tail}`;
    },
  );
  return { before, after };
}
