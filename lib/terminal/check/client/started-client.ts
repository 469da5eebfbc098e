import { ClientAtWork } from '../../../check/client/client-at-work.ts';
import { playScript } from '../../../check/client/play-script.ts';
import type { ClientScript } from '../../../check/client/script.ts';
import type { SceneResult } from '../../../check/result.ts';
import { realClock } from '../../../connection/clock.ts';
import { defaultsOf } from '../../../options/option.ts';
import type { Entrance } from '../../../transport/door.ts';
import { doorCalled } from '../../../transport/doors.ts';
import { portOf } from '../../../transport/tcp/endpoint.ts';
import { Started } from '../started.ts';

/** As many lines of its output as are shown after a failure. */
const mostLines = 12;

/** Starts a client for one script, with a server of its own, and ends both after it. */
export async function checkClient(
  script: ClientScript,
  words: readonly string[],
  patience?: number,
): Promise<SceneResult> {
  const entrance = await listen();
  const port = String(portOf(entrance.address));
  const command = words.map(word => word.replaceAll('{port}', port));
  let print = (_: string) => {};
  try {
    const started = await Started.start(command, text => print(text));
    const client = new ClientAtWork(started, patience);
    print = text => client.print(text);
    void letIn(entrance, client);
    const result = await playScript(script, client, () => printed(started));
    client.drop();
    await started.end();
    return result;
  } finally {
    await entrance.close();
  }
}

async function letIn({ wires }: Entrance, client: ClientAtWork): Promise<void> {
  for await (const wire of wires) client.accept(wire);
}

async function listen(): Promise<Entrance> {
  const { network, server } = doorCalled('tcp');
  const { listen: open, anywhere } = await network();
  const link = { clock: realClock, faults: {} };
  return await open({ ...defaultsOf(server(0)), ...anywhere() }, link);
}

function printed(started: Started): string[] {
  const lines = started.output(mostLines).map(line => `  ${line}`);
  return lines.length === 0 ? [] : ['the client printed:', ...lines];
}
