import { expect, it } from 'vitest';
import { logsOf } from '../../lib/trace/end-log.ts';
import type { Kind } from '../../lib/trace/event.ts';
import { kindOf } from '../../lib/trace/frame-on-link.ts';
import { historyOf } from '../../lib/trace/history.ts';
import { accepts, connects, wrote } from './finding.ts';

type Got = 'received' | 'refused';

/** What the only frame of a record was for: as its sender says, as the other end does, or neither. */
function kindOfFrame(said?: Kind | '', got?: Got, heard?: Kind): Kind | undefined {
  const files = [
    wrote(
      'alice',
      connects,
      ...(said === undefined
        ? []
        : [{ what: 'sent', by: 'self', ...(said && { kind: said }) } as const]),
    ),
    wrote(
      'station',
      accepts,
      ...(got
        ? [{ what: got, by: 'peer', ...(heard && { kind: heard }) } as const]
        : []),
    ),
  ];
  const [account] = historyOf(logsOf(files).logs).accounts;
  const [frame] = account?.frames ?? [];
  return frame && kindOf(frame);
}

it.each<[string, Kind, Parameters<typeof kindOfFrame>]>([
  ['what both ends call it', 'notice', ['notice', 'received', 'notice']],
  ['what its sender calls it, if it has not arrived', 'notice', ['notice']],
  [
    'what its sender calls it, if the other end does not say',
    'control',
    ['control', 'received'],
  ],
  [
    'what the other end calls it, if its sender does not say',
    'notice',
    ['', 'received', 'notice'],
  ],
  [
    'what the other end calls it, if its sender has no record of it',
    'notice',
    [undefined, 'refused', 'notice'],
  ],
  [
    'what its sender calls it, if the other end rejected a message',
    'notice',
    ['notice', 'refused', 'message'],
  ],
  [
    'what its sender calls it, if the other end rejected a notice',
    'message',
    ['message', 'refused', 'notice'],
  ],
  [
    'what the other end calls what it rejected, if its sender does not say',
    'control',
    ['', 'refused', 'control'],
  ],
  ['a message, if nobody says', 'message', ['', 'refused']],
  ['a message, if nobody says, and it has not arrived', 'message', ['']],
])('a frame is %s', (_, kind, [said, got, heard]) => {
  expect(kindOfFrame(said, got, heard)).toBe(kind);
});
