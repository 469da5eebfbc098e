import type { ClientAtWork } from './client-at-work.ts';
import type { ClientScript } from './script.ts';

/** The scripts for a client of people with names. `greeting` and `goodbye`: of their server. */
export const peopleScripts = (greeting: string, goodbye: string): ClientScript[] => [
  {
    name: 'name-first',
    title: 'The first line of the input is the name, and words follow it',
    rules: ['N1', 'T2'],
    hint: 'The first line of the input is the name: send it when it is typed, and each line after it.',
    async play(client) {
      await comesIn(client, greeting);
      client.type('Hello', 'Größe 2');
      await client.says('Hello');
      await client.says('Größe 2');
      await leavesAtTheEnd(client);
    },
  },
  {
    name: 'while-waiting',
    title: 'Somebody speaks while nothing is typed',
    rules: ['T1', 'T11'],
    hint: 'Wait for the input and for the server at the same time: in two threads, or with one wait for both.',
    async play(client) {
      await comesIn(client, greeting);
      client.hear('[bob] Are you there?');
      await client.shows('Are you there?');
      client.hear('[bob] Hello?');
      await client.shows('Hello?');
      await leavesAtTheEnd(client);
    },
  },
  {
    name: 'goodbye',
    title: 'The server says goodbye, and the input is still open',
    rules: ['T12', 'T20'],
    hint: 'Read while you wait for input, and leave when the server has ended.',
    async play(client) {
      await comesIn(client, greeting);
      client.hear(goodbye);
      client.hearEnd();
      await client.leaves();
    },
  },
];

async function comesIn(client: ClientAtWork, greeting: string): Promise<void> {
  await client.connects();
  client.hear('* Your name?');
  client.type('ana');
  await client.says('ana');
  client.hear(greeting);
}

async function leavesAtTheEnd(client: ClientAtWork): Promise<void> {
  client.endInput();
  await client.finishes('/quit');
  client.hearEnd();
  await client.leaves();
}
