interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Node;
  readonly key?: Node;
  readonly id?: Node;
  readonly name?: string;
}

/** The source with a call of `walk` at the beginning of each function. */
export function entered(source: string, file: string, ast: object): string {
  const edits: { at: number; text: string }[] = [];
  visit(ast as Node, '', (node, name) => {
    const { type, start, end } = node.body ?? node;
    const call = `walk(${JSON.stringify(file)}, ${JSON.stringify(name)})`;
    if (type === 'BlockStatement') edits.push({ at: start + 1, text: `${call};` });
    else edits.push({ at: start, text: `(${call}, ` }, { at: end, text: ')' });
  });
  edits.sort((a, b) => b.at - a.at);
  return edits.reduce(
    (text, { at, text: more }) => text.slice(0, at) + more + text.slice(at),
    source,
  );
}

type Found = (node: Node, name: string) => void;

/** Every function with a body. `name`: what it is called where it stands. */
function visit(node: Node, name: string, found: Found): void {
  const called = nameOf(node) ?? name;
  if (/Function/.test(node.type) && isNode(node.body))
    found(node, called || 'a function');
  for (const [key, value] of Object.entries(node)) {
    if (key === 'key' || key === 'id') continue;
    for (const child of [value].flat()) if (isNode(child)) visit(child, called, found);
  }
}

/** Of what has a name itself: a method, a variable, a function. */
function nameOf({ key, id }: Node): string | undefined {
  const named = key ?? id;
  if (named?.name === undefined) return undefined;
  return named.type === 'PrivateIdentifier' ? `#${named.name}` : named.name;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
