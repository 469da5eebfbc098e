import type { ClientScript } from './script.ts';

/** The scripts for a client that only sends. */
export const senderScripts: ClientScript[] = [
  {
    name: 'all-lines',
    title: 'Each line of the input is sent, and then FIN',
    rules: ['S1', 'S2', 'T2'],
    hint: 'Send each line of the input as it is, then end your direction. FIN from the server is not its end.',
    async play(client) {
      await client.connects();
      client.hearEnd();
      client.type('One');
      await client.says('One');
      // A client that takes the server's FIN for the end of everything has left by now.
      await client.saysNothing();
      client.type('Größe 2');
      await client.says('Größe 2');
      client.endInput();
      await client.finishes();
      await client.leaves();
    },
  },
  {
    name: 'no-lines',
    title: 'An input without a line: only FIN is sent',
    rules: ['S1', 'T5'],
    hint: 'An empty line is a message, so send nothing at the end of the input: only FIN.',
    async play(client) {
      await client.connects();
      client.hearEnd();
      client.endInput();
      await client.finishes();
      await client.leaves();
    },
  },
];
