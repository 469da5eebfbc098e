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
  const exchange = visit(connection);
  void connection.heardLast.then(() => terminal.typed.close());
  if (await introduceMyself(exchange, terminal)) {
    void listen(exchange, terminal);
    await speak(exchange, terminal);
  }
  exchange.end();
}

async function listen(exchange: BothWays, { screen }: Terminal): Promise<void> {
  for await (const { text } of exchange) screen(text);
}

async function speak(exchange: BothWays, { typed }: Terminal): Promise<void> {
  for await (const line of typed) await exchange.send(line, fromPerson(line).kind);
}
