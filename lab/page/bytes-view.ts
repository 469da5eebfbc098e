import type { Cell, FrameBytes } from './byte-cells.ts';
import { make } from './dom.ts';

/** The bytes one by one, with the borders of chunks and of the frame, and in words. */
export function bytesView(bytes: FrameBytes): HTMLElement[] {
  const strip = make('div', 'bytes', ...bytes.cells.map(cell));
  strip.setAttribute('aria-hidden', 'true');
  return [make('p', 'in-words', inWords(bytes)), strip, legend(bytes)];
}

function cell({ before, hex, text, after, chunk, role, glyph }: Cell): HTMLElement {
  const look = [
    'byte',
    chunk ? 'chunk' : '',
    before.includes('[') ? 'opens' : '',
    after === ']' ? 'closes' : '',
    role === 'payload' ? '' : 'framing',
  ];
  const made = make(
    'span',
    look.filter(Boolean).join(' '),
    make('b', '', hex),
    make('i', '', text),
    make('u', '', glyph),
  );
  made.title = role;
  return made;
}

function inWords({ cells, spans, chunks, more }: FrameBytes): string {
  const roles = spans
    .map(({ role, start, end }) => `${role} ${end - start}`)
    .join(', ');
  const came = chunks === undefined ? '' : `; ${counted(chunks, 'chunk')}`;
  const rest = more > 0 ? `; without the last ${counted(more, 'byte')}` : '';
  return `${counted(cells.length, 'byte')}: ${roles}${came}${rest}`;
}

const counted = (n: number, what: string): string =>
  `${n} ${what}${n === 1 ? '' : 's'}`;

function legend({ cells, chunks }: FrameBytes): HTMLElement {
  const marks = new Map(cells.map(({ role, glyph }) => [role, glyph]));
  const roles = [...marks].map(([role, glyph]) => `${glyph} ${role}`);
  const border = chunks === undefined ? [] : ['thick line: a chunk begins'];
  const items = [...roles, 'round corners: the frame', ...border];
  return make('ul', 'note legend', ...items.map(item => make('li', '', item)));
}
