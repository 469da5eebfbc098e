import { isLife, isNameHere, isWhole, parsed } from './checks.ts';

/**
 * The state of the room at one position of the log. A node that comes later begins there, so the log
 * need not be kept for ever.
 */
export interface Snapshot {
  /** The number of the last batch of each node. */
  readonly nodes: readonly (readonly [node: string, count: number])[];
  /** In the order in which they joined. */
  readonly members: readonly (readonly [node: string, number: number, name: string])[];
  /** The nodes that are gone, the last ones. */
  readonly gone: readonly string[];
}

/** A state, and the position of the last batch that is in it. */
export interface Checkpoint {
  readonly position: number;
  readonly state: Snapshot;
}

export const encodeCheckpoint = ({ position, state }: Checkpoint): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify([position, state.nodes, state.members, state.gone]),
  );

/** Reads a checkpoint. `undefined` if it is not one: somebody else may have written it. */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint | undefined {
  const all = parsed(bytes);
  if (!Array.isArray(all) || all.length !== 4) return undefined;
  const [position, nodes, members, gone] = all;
  if (!isWhole(position) || !isList(nodes, isNode)) return undefined;
  if (!isList(members, isMember) || !isList(gone, isLife)) return undefined;
  return { position, state: { nodes, members, gone } };
}

const isList = <T>(list: unknown, is: (one: unknown) => one is T): list is T[] =>
  Array.isArray(list) && list.every(is);

const isNode = (one: unknown): one is Snapshot['nodes'][number] =>
  Array.isArray(one) && one.length === 2 && isLife(one[0]) && isWhole(one[1]);

const isMember = (one: unknown): one is Snapshot['members'][number] =>
  Array.isArray(one) &&
  one.length === 3 &&
  isLife(one[0]) &&
  isWhole(one[1]) &&
  isNameHere(one[2]);
