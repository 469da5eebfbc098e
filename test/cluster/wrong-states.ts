import type { LogBatch } from '../../lib/cluster/entry.ts';
import { RoomState } from '../../lib/cluster/room-state.ts';
import type { Snapshot } from '../../lib/cluster/snapshot.ts';

/** States that are wrong in one thing, and the property that convicts each. */
export const wrongStates = [
  [
    'forgets the numbers of the batches in its checkpoint',
    (snapshot?: Snapshot) =>
      new RoomState(
        snapshot && { ...snapshot, nodes: snapshot.nodes.map(([node]) => [node, 0]) },
      ),
    'a node that comes later and goes on from a checkpoint has the same state',
  ],
  [
    'applies each batch that comes again',
    () => changed(batch => ({ ...batch, count: ++counted })),
    'a batch that is appended again changes nothing',
  ],
  [
    'lets a node come again that is gone',
    () => {
      let state = new RoomState();
      return {
        apply(batch: LogBatch) {
          state = new RoomState({ ...state.snapshot, gone: [] });
          return state.apply(batch);
        },
        get snapshot() {
          return state.snapshot;
        },
      };
    },
    'the first "gone" counts, and nobody hears that node again',
  ],
] as const;

let counted = 0;

function changed(change: (batch: LogBatch) => LogBatch) {
  const state = new RoomState();
  return {
    apply: (batch: LogBatch) => state.apply(change(batch)),
    get snapshot() {
      return state.snapshot;
    },
  };
}
