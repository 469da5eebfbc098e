import { clean } from '../connection/clean.ts';
import { isLife, isNameHere, isWhole, parsed } from './checks.ts';
import type { LogBatch, LogEntry } from './entry.ts';

/** The longest batch that a node takes from the log, in bytes. NATS's own limit is 1 MiB by default. */
export const longestBatch = 524_288;

/**
 * The longest words of a member, in UTF-16 units. All nodes must agree on it, so it is not a flag. JSON takes at
 * most six bytes for a unit, so words of this length always fit into a batch.
 */
export const longestWords = 65_536;

/** More batches than one life of a node can write. The place of each entry is a whole number in a record. */
const mostBatches = 2 ** 36;

/** One batch as JSON, in one line: `["life", 7, [["said", 1, "Hi"], ["left", 1]]]`. */
export const encodeBatch = ({ node, count, entries }: LogBatch): Uint8Array =>
  new TextEncoder().encode(JSON.stringify([node, count, entries.map(written)]));

/**
 * Reads a batch. Everybody who may write to the log may write anything, so all of it is checked, and
 * the words are cleaned. `undefined` if it is not a batch.
 */
export function decodeBatch(bytes: Uint8Array): LogBatch | undefined {
  if (bytes.length > longestBatch) return undefined;
  const all = parsed(bytes);
  if (!Array.isArray(all) || all.length !== 3 || !Array.isArray(all[2]))
    return undefined;
  const [node, count, list] = all;
  const entries = list.map(read);
  if (!isLife(node) || !isWhole(count) || count > mostBatches) return undefined;
  if (!entries.every(isThere)) return undefined;
  return { node, count, entries };
}

function written(entry: LogEntry): readonly (string | number)[] {
  switch (entry.is) {
    case 'joined':
      return [entry.is, entry.member, entry.name];
    case 'said':
      return [entry.is, entry.member, entry.words];
    case 'left':
      return [entry.is, entry.member];
    case 'gone':
      return [entry.is, entry.node];
    default:
      return [entry.is];
  }
}

function read(list: unknown): LogEntry | undefined {
  if (!Array.isArray(list)) return undefined;
  const [is, what, text] = list;
  if (list.length === 1 && (is === 'came' || is === 'alive')) return { is };
  if (list.length === 2 && is === 'gone' && isLife(what)) return { is, node: what };
  if (!isWhole(what)) return undefined;
  if (list.length === 2 && is === 'left') return { is, member: what };
  return list.length === 3 ? readText(is, what, text) : undefined;
}

function readText(is: unknown, member: number, text: unknown): LogEntry | undefined {
  if (typeof text !== 'string' || text.length > longestWords) return undefined;
  if (is === 'said') return { is, member, words: clean(text) };
  return is === 'joined' && isNameHere(text) ? { is, member, name: text } : undefined;
}

const isThere = (entry: LogEntry | undefined): entry is LogEntry => entry !== undefined;
