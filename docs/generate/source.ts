import { readFileSync } from 'node:fs';

const languages: Record<string, string> = {
  ts: 'ts',
  mjs: 'js',
  py: 'python',
  scene: 'text',
  json: 'json',
};

/**
 * Returns a file (`PATH`), or the top-level declaration of NAME in it, with the comment above it
 * (`PATH#NAME`), from its first line to the first line that closes it at the left margin.
 */
export function sourceOf(place: string): string {
  const [path = '', name] = place.split('#');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const code = name === undefined ? lines : declaration(lines, name, place);
  const language = languages[path.split('.').at(-1) ?? ''] ?? 'text';
  return `\`${path}\`\n\n\`\`\`${language}\n${code.join('\n')}\n\`\`\``;
}

function declaration(lines: readonly string[], name: string, place: string): string[] {
  const opens = new RegExp(
    `^(?:export )?(?:async )?(?:function|const|class|interface|type) ${name}\\b`,
  );
  const at = lines.findIndex(line => opens.test(line));
  if (at < 0) throw new Error(`nothing called ${name} at the top of ${place}`);
  const length = lines
    .slice(at)
    .findIndex(line => /^[\])}].*[^{]$|^[\])}]$|^\S.*;$/.test(line));
  return lines.slice(withComment(lines, at), at + length + 1);
}

function withComment(lines: readonly string[], at: number): number {
  let first = at;
  while (/^( ?\*|\/\*\*|\/\/)/.test(lines[first - 1] ?? '')) first--;
  return first;
}
