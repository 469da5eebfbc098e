import { whole } from '../options/option.ts';

/** The flags of servers that pass on what their members say. */
export const hubOptions = {
  nameTime: whole(
    'SECONDS',
    [1, 86_400],
    'how long a newcomer may take to say a name',
    30,
  ),
  queue: whole(
    'BYTES',
    [1, 1_073_741_824],
    'what a member may leave unread before it is cut',
    262_144,
  ),
  burst: whole(
    'BYTES',
    [1, 1_073_741_824],
    'what a member may send per tick before the room pauses it until the next tick; a message counts as at least 256 bytes, an answer as at least 1024',
    65_536,
  ),
};
