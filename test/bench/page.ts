import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../docs/bench.md', import.meta.url);
const begins = '<!-- bench: what npm run bench -- --save wrote last -->';
const ends = '<!-- bench ends -->';

const introduction = `# How fast, beside what?

\`npm run bench\` puts one load on four servers, each in a process of its own: the room of \`demos/p2m\` as it
is, and three chat servers as one writes them with Node (\`net\` and split2; \`net\` and \`node:readline\`; \`net\`
alone, which passes chunks on: no framing, no names, and two people's words may be mixed). Every byte that
every member receives is compared with what was said, so a server that loses, cuts or swaps a message has no
figures. A *delivery* is one message at one member. Read the **ratios**: they compare servers in the same
minutes on the same machine, and the column that matters is deliveries per second of the *server's* processor
time, for the load generator works as hard as the server and shares the machine. *Writes* are calls that hand
bytes to the kernel: one a delivery is the naive loop, and most of the difference is there. The room collects
what is said while it reads, and then writes once to each member; the less is said at a time, the less there
is to collect, and the smaller the difference. Every load fits what a member may leave unread (256 KiB).

${begins}
${ends}
`;

/** Between the markers of docs/bench.md. All else on the page stays. */
export function save(report: string): void {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : introduction;
  const start = before.indexOf(begins) + begins.length;
  const end = before.indexOf(ends);
  if (end < start) throw new Error('docs/bench.md has lost its markers');
  writeFileSync(page, `${before.slice(0, start)}\n\n${report}\n${before.slice(end)}`);
}
