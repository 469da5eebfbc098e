import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const ends = '<!-- bench ends -->';

/** A page of docs with the figures of a benchmark between its markers. */
export interface Page {
  readonly name: string;
  /** The npm script that writes it. */
  readonly script: string;
  /** What is above the figures when the page is made. */
  readonly introduction: string;
}

export const room: Page = {
  name: 'bench.md',
  script: 'bench',
  introduction: `# How fast, beside what?

\`npm run bench\` puts one load on four servers, each in a process of its own: the room of \`demos/p2m\` as it
is, and three chat servers as one writes them with Node (\`net\` and split2; \`net\` and \`node:readline\`; \`net\`
alone, which passes chunks on: no framing, no names, and two people's words may be mixed). Every byte that
every member receives is compared with what was said, so a server that loses, cuts or swaps a message has no
figures. A *delivery* is one message at one member. Read the **ratios**: they compare servers in the same
minutes on the same machine, and the column that matters is deliveries per second of the *server's* processor
time, for the load generator works as hard as the server and shares the machine. *Writes* are calls that hand
bytes to the kernel: one a delivery is the naive loop, and most of the difference is there. The room collects
what is said while it reads, and then writes once to each member; the less is said at a time, the less there
is to collect, and the smaller the difference. Every load fits what a member may leave unread (256 KiB).`,
};

/** Between the markers of the page. All else on it stays. */
export function save({ name, script, introduction }: Page, report: string): void {
  const page = new URL(`../../docs/${name}`, import.meta.url);
  const begins = `<!-- bench: what npm run ${script} -- --save wrote last -->`;
  const before = existsSync(page)
    ? readFileSync(page, 'utf8')
    : `${introduction}\n\n${begins}\n${ends}\n`;
  const start = before.indexOf(begins) + begins.length;
  const end = before.indexOf(ends);
  if (end < start) throw new Error(`docs/${name} has lost its markers`);
  writeFileSync(page, `${before.slice(0, start)}\n\n${report}\n${before.slice(end)}`);
}
