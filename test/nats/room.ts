import { type Program, server, type Test } from '../demos/program.ts';
import { call, type Raw } from '../demos/raw.ts';

/** A node in a process of its own. */
export interface NodeProcess {
  readonly program: Program & { readonly port: number };
  join(name: string): Promise<Raw>;
}

/** Starts a node of the room `tea`. It takes others for dead after half a second. */
export async function nodeOn(
  test: Test,
  url: string,
  flags = '',
): Promise<NodeProcess> {
  const all = `--nats ${url} --room tea --heartbeat 100 ${flags}`;
  const program = await server(test, 'cluster', all);
  return {
    program,
    async join(name) {
      const person = await call(test, program.port);
      await person.heard.until('* Your name?\n');
      person.write(`${name}\n`);
      await person.heard.until(/^(\* In the room|! Taken).*\n/m);
      return person;
    },
  };
}

/** What a person heard others say, in order. */
export const wordsTo = ({ heard }: Raw): string[] =>
  heard.text.split('\n').filter(line => line.startsWith('['));
