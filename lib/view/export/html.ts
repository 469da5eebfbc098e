import { drawn, type TraceEvent } from '../../trace/event.ts';
import type { Finding } from '../../trace/verdict-line.ts';
import { withFrameBytes } from '../bytes/frame-bytes.ts';
import type { RolesOf } from '../bytes/roles.ts';
import { lineOf } from '../meaning/line.ts';
import { entriesOf } from './html-entry.ts';
import { ladderOf } from './html-ladder.ts';
import { ladderDrawing, type SvgOptions, style } from './svg.ts';
import { attribute, escaped } from './svg-text.ts';

export interface HtmlOptions extends SvgOptions {
  readonly verdicts?: readonly Finding[];
  readonly rolesOf?: RolesOf | undefined;
}

/** What the page is made of, besides the record. */
export interface PageParts {
  readonly script: string;
  readonly css: string;
  /** The SHA-256 of a text in Base64: the page allows no other script and no other style. */
  hash(text: string): string;
}

/** The most events that are drawn: a browser needs a second of computing for some 700 of them. */
const most = 2_000;

/**
 * The whole trace as a page that needs nothing else: the ladder, and each event with its text and
 * bytes. It asks no network for anything. What people said is escaped, and no other script could
 * run.
 */
export function html(
  events: readonly TraceEvent[],
  options: HtmlOptions,
  { script, css, hash }: PageParts,
): string {
  const known = withFrameBytes(events).filter(drawn);
  const shown = known.slice(0, most);
  const ladder = ladderDrawing(shown, options, gapFor(options.lanes.length));
  const { y } = ladder.plan;
  const lines = lineOf(ladder.items).sort((a, b) => y(a.event) - y(b.event));
  const title = options.title ?? options.lanes.join(', ');
  const styles = style + css;
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(script)}'`,
    `style-src 'sha256-${hash(styles)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content=${attribute(policy)}>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${(options.verdicts ?? []).map(verdict).join('\n')}
${note(partOf(known.length) ?? options.note)}
</header>
<main class="${ladder.plan.names.length > 3 ? 'wide' : 'narrow'}">
<figure>
${ladderOf(ladder, lines, options.lanes.length > 2)}
<figcaption>Click an event, or reach the picture with Tab and use the arrow keys.</figcaption>
</figure>
<section id="list">
<h2>Every event</h2>
<ol id="events">
${entriesOf(lines, options).join('\n')}
</ol>
</section>
<aside id="chosen" aria-label="The chosen event"></aside>
</main>
<script>${script}</script>
</body>
</html>
`;
}

/** From one lane to the next, in pixels: four lanes fit beside what is told of an event. */
const gapFor = (lanes: number): number => (lanes <= 3 ? 300 : lanes === 4 ? 230 : 170);

const verdict = ({ ok, line }: Finding): string =>
  `<p class="verdict ${ok ? 'good' : 'bad'}">${escaped(line)}</p>`;

const note = (text: string | undefined): string =>
  text === undefined ? '' : `<p class="note">Shown here: ${escaped(text)}</p>`;

/** The record may be cut already: then nobody here knows how many events there were in all. */
const partOf = (all: number): string | undefined =>
  all <= most ? undefined : `the first ${most.toLocaleString('en')} events`;
