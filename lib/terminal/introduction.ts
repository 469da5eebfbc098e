import { type BothWays, nameQuestion } from '../modes/index.ts';
import type { Terminal } from './demo.ts';

/** Says names until the server takes one. False: there will be none, the person or the server left. */
export async function introduceMyself(
  server: BothWays,
  { name, typed, screen }: Terminal,
): Promise<boolean> {
  let given = name;
  for (;;) {
    const line = await server.receive();
    if (line === undefined) return false;
    screen(line);
    if (line.startsWith('* ') && line !== nameQuestion) return true;
    const answer = given ?? (await typed.take());
    given = undefined;
    if (!answer) return false;
    await server.send(answer, 'control');
  }
}
