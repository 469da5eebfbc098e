import type { Member } from './member.ts';

/** How long a disconnected member may take to read the reason, in milliseconds. */
const lastWords = 2_000;

/** Disconnects a member that has left more than `queue` bytes unread. */
export const cut = ({ connection }: Member, queue: number): void =>
  connection.dismiss(
    `! Too slow: ${queue} bytes were waiting for you`,
    'refusal',
    lastWords,
  );
