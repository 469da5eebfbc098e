import { describe, it } from 'vitest';
import { lengthPrefixed, text } from '../../lib/framing/index.ts';
import { roomDemos } from './demos.ts';
import { holds, question, type Row, says } from './rows.ts';

const lengths = text(lengthPrefixed());
const anotherName = 'give another name with --name';
const otherFraming = (framing: string) =>
  `the server does not speak this framing (${framing}): choose the server's with --framing`;

const rows: readonly Row[] = [
  {
    server: 'is full',
    does: server => says(server, '! Full: try again later (1 at a time)'),
    says: 'not let in: Full: try again later (1 at a time)',
    sent: [],
  },
  {
    server: 'ends before it asks for a name',
    does: server => server.ends(),
    says: 'not let in: the connection ended before the server answered',
  },
  {
    server: 'has a member of that name',
    does: server =>
      says(server, question.trim(), '! Taken: alice is here already. Your name?'),
    says: `not let in as "alice": Taken: alice is here already; ${anotherName}`,
    sent: ['alice'],
  },
  {
    server: 'does not take the first line for a name',
    flags: {},
    does: server => says(server, question.trim(), '! Reserved name: hello. Your name?'),
    says: `not let in as "hello": Reserved name: hello; ${anotherName}`,
    sent: ['hello'],
  },
  {
    server: 'asks for a name, and the first line is empty',
    flags: {},
    input: ['', 'hello'],
    does: server => server.writes(question),
    says: 'no name given: write it in the first line of the input, or choose one with --name',
    sent: [],
  },
  {
    server: 'asks for a name, and there is no input',
    flags: {},
    input: [],
    does: server => server.writes(question),
    says: 'no name given: write it in the first line of the input, or choose one with --name',
  },
  {
    server: 'asks for a name again and again',
    does: server => server.writes(question.repeat(1_000)),
    says: `not let in as "alice": the server asks again; ${anotherName}`,
    sent: ['alice'],
  },
  {
    server: 'does not wait for a name any longer',
    flags: {},
    input: [],
    open: true,
    does: server => says(server, question.trim(), '! No name in 30 s'),
    says: 'not let in: No name in 30 s',
  },
  {
    server: 'never asks for a name',
    open: true,
    does: () => {},
    says: 'no question for a name in 10 s: check --port and --framing',
    sent: [],
  },
  {
    server: 'never says whether it takes the name',
    open: true,
    does: server => server.writes(question),
    says: 'no answer to the name "alice" in 10 s: check --port and --framing',
    sent: ['alice'],
  },
  {
    server: 'speaks with lengths',
    open: true,
    does: server => server.writes(lengths.encode(question.trim())),
    says: 'no question for a name in 10 s: check --port and --framing',
  },
  {
    server: 'speaks with lengths, and ends',
    async does(server) {
      await server.writes(lengths.encode(question.trim()));
      await server.ends();
    },
    says: otherFraming('lines'),
  },
  ...['length', 'netstring'].map(
    (framing): Row => ({
      server: `speaks in lines, and not with --framing ${framing}`,
      flags: { name: 'alice', framing },
      open: true,
      does: server => server.writes(question),
      says: otherFraming(framing),
      sent: [],
    }),
  ),
];

describe.each(roomDemos)('a client of $name at a pipe, whose server', demo => {
  it.each(rows)('$server', row => holds(demo, row));
});
