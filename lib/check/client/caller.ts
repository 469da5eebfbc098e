import type { ClientScript } from './script.ts';

const readToTheEnd =
  'Keep reading after your own end, until the server ends: an answer may still come.';

/** A client that only sleeps between its lines sends the next one by then, in milliseconds. */
const aSleep = 1_000;

/** The scripts for a client that takes turns with its server. */
export const callerScripts: ClientScript[] = [
  {
    name: 'two-at-once',
    title: 'Two lines are typed: the second waits for its turn',
    rules: ['C1', 'H2'],
    hint: 'After a message, send nothing until its answer has come: keep what is typed until then.',
    async play(client) {
      await client.connects();
      client.type('One', 'Two');
      await client.says('One');
      await client.saysNothing(aSleep);
      client.hear('[station] ONE');
      await client.shows('ONE');
      await client.says('Two');
      await client.saysNothing();
      client.hear('[station] TWO');
      await client.shows('TWO');
      client.endInput();
      await client.finishes('/quit');
      client.hearEnd();
      await client.leaves();
    },
  },
  {
    name: 'last-answer',
    title: 'The answer to the last line comes after the end of the input',
    rules: ['C1', 'C4', 'H9'],
    hint: readToTheEnd,
    async play(client) {
      await client.connects();
      client.type('Last');
      client.endInput();
      await client.says('Last');
      client.hear('[station] LAST');
      await client.shows('LAST');
      await client.finishes('/quit');
      client.hearEnd();
      await client.leaves();
    },
  },
  {
    name: 'refused',
    title: 'The station ends, and the input is still open',
    rules: ['T12', 'H13'],
    hint: 'Read while you wait for input, and leave when the server has ended.',
    async play(client) {
      await client.connects();
      client.hear('! Line busy: try again later');
      client.hearEnd();
      await client.leaves();
    },
  },
];
