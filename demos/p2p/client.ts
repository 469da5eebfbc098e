// One of a pair: two concurrent loops, one that listens and one that speaks.
//
//     npm run demo:p2p -- client --name alice      with a server running in another terminal

import type { Connection } from '../../lib/connection/connection.ts';
import type { BothWays } from '../../lib/modes/full-duplex.ts';
import { visit } from '../../lib/modes/people.ts';
import { fromPerson } from '../../lib/modes/words.ts';
import type { Terminal } from '../../lib/terminal/programs/demo.ts';
import { introduceMyself } from '../../lib/terminal/programs/introduction.ts';

export async function talk(connection: Connection, terminal: Terminal): Promise<void> {
  const partner = visit(connection);
  void connection.heardLast.then(() => terminal.typed.close());
  if (await introduceMyself(partner, terminal)) {
    void listen(partner, terminal);
    await speak(partner, terminal);
  }
  partner.end();
}

async function listen(partner: BothWays, { screen }: Terminal): Promise<void> {
  for await (const { text } of partner) screen(text);
}

async function speak(partner: BothWays, { typed }: Terminal): Promise<void> {
  for await (const line of typed) await partner.send(line, fromPerson(line).kind);
}
