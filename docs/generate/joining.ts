import { datagramRoom } from './datagram-room.ts';
import { tasks } from './tasks.ts';

const width = 44;
/** What each of the four datagrams does. */
const notes = [
  'the room stores nothing',
  'sent to the address that the hello claims',
  'the token is back: the address is proved',
  "the talk's name; a heartbeat every 2 s, gone after 3",
];

/** Returns the four datagrams with which a client joins the datagram room, as arrows. */
export async function joining(): Promise<string> {
  // A page must show the same token and talk each time. Here nobody can misuse them.
  const room = datagramRoom({
    heartbeat: { period: 2_000, missed: 3 },
    sign: () => 'a31f0c9d2e77',
    draw: () => 'k3n9x0qa',
  });
  const arrows: string[] = [];
  const note = () => notes[arrows.length] ?? '';
  const client = room.port();
  let token = '';
  client.start(bytes => {
    const line = Buffer.from(bytes).toString().trimEnd();
    if (arrows.length < notes.length)
      arrows.push(`  │◀─ ${line} ${'─'.repeat(width - line.length)}│  ${note()}`);
    token ||= /^token (\w+)/.exec(line)?.[1] ?? '';
  });
  async function send(line: string): Promise<void> {
    arrows.push(`  │─ ${line} ${'─'.repeat(width - line.length)}▶│  ${note()}`);
    client.send(Buffer.from(`${line}\n`), 'room');
    await tasks();
  }
  room.clock.moveTo(26_021);
  await send('hello 2, may I come in, please?');
  await send(`join ${token} alice`);
  await room.stop();
  return [`client${' '.repeat(width + 2)}room`, ...arrows].join('\n');
}
