import type { RolesOf, Span } from '../bytes/roles.ts';
import { rolesByText } from '../bytes/roles-by-text.ts';
import type { Line } from '../meaning/line.ts';
import { sentence } from '../rows/plain.ts';
import { attribute, escaped } from './svg-text.ts';

interface EntryOptions {
  readonly lanes: readonly string[];
  readonly rolesOf?: RolesOf | undefined;
}

/** The longest text that is shown, in characters. */
const longest = 2_000;

/** Each event in words, with all that is known of it. */
export function entriesOf(lines: readonly Line[], options: EntryOptions): string[] {
  const places = new Map(lines.map(({ event }, at) => [event, at + 1]));
  const several = options.lanes.length > 2;
  return lines.map((line, at) => {
    const { sent, got } = line.arrow;
    const other = line.bySender ? got : sent;
    const partner = other && places.get(other);
    const data = partner === undefined ? '' : ` data-other="${partner}"`;
    return (
      `<li id="e${at + 1}"${data}>` +
      `<a href="#e${at + 1}">${escaped(sentence(line, several))}</a>` +
      `<div class="more">${facts(line)}${words(line)}${bytes(line, options)}</div></li>`
    );
  });
}

function facts({ event, arrow }: Line): string {
  const { size, link, at } = event;
  const known = [
    size === undefined ? arrow.label : `${arrow.kind}, ${size} bytes on the wire`,
    `${at.toFixed(1)} ms after the record of ${event.end} began`,
    `link ${link}`,
  ];
  return `<ul class="facts">${known.map(fact => `<li>${escaped(fact)}</li>`).join('')}</ul>`;
}

/** The text as it was said, with all its line breaks and spaces. */
function words({ event: { text } }: Line): string {
  if (!text) return '';
  const more = text.length > longest ? ` … (${text.length} characters)` : '';
  return `<p class="text">${escaped(text.slice(0, longest) + more)}</p>`;
}

/** What one end has no bytes of, the other may have: they are the same. */
function bytes(
  { event, arrow: { sent, got } }: Line,
  { rolesOf }: EntryOptions,
): string {
  const found = event.bytes ?? sent?.bytes ?? got?.bytes;
  if (found === undefined) return '';
  const spans = rolesOf?.(found) ?? rolesByText(found, event.text ?? '');
  const rows = spans.map(span => row(found, span)).join('');
  const rest = (event.size ?? 0) - found.length;
  const more = rest > 0 ? `<caption>and ${rest} bytes more</caption>` : '';
  const head =
    '<tr><th scope="col">role</th><th scope="col">bytes</th><th scope="col">as ASCII</th></tr>';
  return `<table class="bytes">${more}<thead>${head}</thead><tbody>${rows}</tbody></table>`;
}

function row(all: Uint8Array, { role, start, end }: Span): string {
  const part = [...all.subarray(start, end)];
  const hex = part.map(byte => byte.toString(16).padStart(2, '0')).join(' ');
  const ascii = part.map(printable).join('');
  return (
    `<tr class=${attribute(role)}><th scope="row">${escaped(role)}</th>` +
    `<td>${hex}</td><td>${escaped(ascii)}</td></tr>`
  );
}

const printable = (byte: number): string =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
