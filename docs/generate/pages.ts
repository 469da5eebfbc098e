import { readdirSync, readFileSync } from 'node:fs';
import { block } from './blocks.ts';

/** Every page that may hold generated blocks, relative to the project's folder. */
export function pages(): string[] {
  const inDocs = readdirSync('docs').filter(file => file.endsWith('.md'));
  return ['README.md', ...inDocs.map(file => `docs/${file}`)];
}

/** `<!-- generated: WHAT -->`, then what the generator writes, then `<!-- end -->`. */
const marked = /(<!-- generated: (.+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** A page as it is, and as it would be with every block made anew. */
export async function renewed(
  page: string,
): Promise<{ before: string; after: string }> {
  const before = readFileSync(page, 'utf8');
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
