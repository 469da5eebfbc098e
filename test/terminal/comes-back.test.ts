import { expect, it } from 'vitest';
import { FrameError } from '../../lib/framing/index.ts';
import { ServiceNotes } from '../../lib/terminal/programs/service-notes.ts';
import { halfDuplexDemo, roomDemos, simplexDemo } from './demos.ts';

const [exchange] = roomDemos;
const script = { person: false, unsaid: 0 };

/** What a client says of bytes that were not a message. */
function complaint(demo: typeof simplexDemo): string | undefined {
  const chosen = {
    ascii: false,
    plain: true,
    help: false,
    wire: false,
    trace: undefined,
  };
  const notes = new ServiceNotes({ demo, chosen, address: 'there', warn() {} });
  notes.unread(new FrameError('malformed', ''));
  return notes.failure(script);
}

it('a sender has no complaint about what comes back: nothing should', () => {
  expect(complaint(simplexDemo)).toBeUndefined();
});

it.each([halfDuplexDemo, exchange])('a client of another mode has one', demo => {
  expect(complaint(demo)).toBe('not shown: 1 message not UTF-8');
});
