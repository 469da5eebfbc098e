import { type Program, server, type Test } from '../demos/program.ts';
import { call, type Raw } from '../demos/raw.ts';

/** A node in a process of its own. */
export interface NodeProcess {
  readonly program: Program & { readonly port: number };
  join(name: string): Promise<Raw>;
}

/** Flags of a node that takes others for dead after half a second. On a busy machine they may be alive. */
export const impatient = '--heartbeat 100';

/** Starts a node of the room `tea`. It takes nobody for dead, unless its flags make it impatient. */
export async function nodeOn(
  test: Test,
  url: string,
  flags = '',
): Promise<NodeProcess> {
  const all = `--nats ${url} --room tea --heartbeat 60000 ${flags}`;
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
