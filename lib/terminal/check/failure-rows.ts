import type { Failure } from '../../check/result.ts';
import { clean } from '../../connection/clean.ts';
import type { Program } from '../../scene/world/program.ts';
import { viewIn } from '../../view/style.ts';
import { plainPaint } from '../../view/text/paint.ts';
import { fold } from '../fold.ts';
import { columnsHere } from '../line/window.ts';
import { asciiOnly, colours } from '../output.ts';
import type { Demo } from '../programs/demo.ts';
import type { CheckChosen } from './options.ts';

/** As many rows of the picture are shown, up to the failure. */
const mostRows = 30;
const indent = '    ';
/** Bytes in a row. */
const perRow = 16;

/** What a report is about. */
export interface Reported {
  readonly mode: string;
  /** Whose program is checked, and what it is called. */
  readonly who: 'server' | 'client';
  readonly name: string;
  readonly chosen: CheckChosen;
  readonly demo: Demo;
  readonly program: Program;
}

/** What a failure looks like: what was expected, what came, how it came to that, and where to look. */
export function failureRows(
  failure: Failure,
  rules: readonly string[],
  asked: Reported,
): string[] {
  const { file, line, text, problem, hint, remarks } = failure;
  const place = line === undefined ? file : `${file}:${line}`;
  return [
    '',
    ...(failure.story?.flatMap(row => told('', row)) ?? [
      ...told(`at ${place}`, text),
      ...pictureOf(failure, asked).map(row => `${indent}${row}`),
    ]),
    '',
    ...told('problem', problem),
    ...bytesOf(failure),
    ...remarks.flatMap(remark => told('', remark)),
    ...(rules.length > 0
      ? told('rules', `${rules.join(' ')} (docs/protocol-tcp.md)`)
      : []),
    ...told('hint', hint),
    '',
  ];
}

const told = (what: string, words: string): string[] =>
  fold(`    ${what === '' ? '' : `${what}: `}${clean(words)}`, '      ');

/** The run up to the failure, as the players saw it. */
function pictureOf(
  { events, lanes }: Failure,
  { demo, program, chosen }: Reported,
): string[] {
  const here = columnsHere();
  const columns = () => here && here - indent.length;
  const { plain } = chosen;
  const ascii = chosen.ascii || asciiOnly();
  const look = { lanes, ascii, paint: plain || !here ? plainPaint : colours };
  // The server keeps no record for us.
  const peerOf = () => program.server;
  const { mode } = demo;
  const picture = viewIn({ columns, plain }, { ...look, mode, peerOf });
  const rows = picture.draw(events);
  return [...picture.head(), ...rows.slice(-mostRows)];
}

/** The last bytes that came to the player in question. */
function bytesOf({ bytes, who }: Failure): string[] {
  const whose =
    who === undefined
      ? 'the last bytes that came'
      : `the last bytes that came to ${who}`;
  if (bytes.length === 0) return [`    ${whose}: none`];
  const rows: string[] = [`    ${whose}:`];
  for (let at = 0; at < bytes.length; at += perRow) {
    const part = [...bytes.subarray(at, at + perRow)];
    const hex = part.map(byte => byte.toString(16).padStart(2, '0')).join(' ');
    const text = part.map(byte =>
      byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.',
    );
    rows.push(`      ${hex.padEnd(3 * perRow)} ${text.join('')}`);
  }
  return rows;
}
