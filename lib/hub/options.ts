import { whole } from '../options/option.ts';

/** The flags of servers that pass on what their members say. */
export const hubOptions = {
  nameTime: whole(
    'SECONDS',
    [1, 86_400],
    'disconnect a newcomer that has no name after SECONDS seconds',
    30,
  ),
  queue: whole(
    'BYTES',
    [1, 1_073_741_824],
    'disconnect a member that leaves more than BYTES bytes unread',
    262_144,
  ),
  burst: whole(
    'BYTES',
    [1, 1_073_741_824],
    'pause a member that sends more than BYTES in one tick, until the next tick; a message counts as at least 256 bytes, an answer as at least 1024',
    65_536,
  ),
};
