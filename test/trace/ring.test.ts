import { expect, it } from 'vitest';
import { logsOf } from '../../lib/trace/end-log.ts';
import { historyOf } from '../../lib/trace/history.ts';
import { halfDuplexRule } from '../../lib/trace/rules/half-duplex.ts';
import type { Rule } from '../../lib/trace/rules/rule.ts';
import { judgedOf } from '../../lib/trace/verdict.ts';
import { Run } from '../view/run.ts';

const members = ['alice', 'bob', 'carol'];

/** A mode that no two ends can break between them: three speak in the order of their ring. */
const ring: Pick<Rule, 'offences'> = {
  offences({ conversations }) {
    const said = new Map(
      conversations
        .flatMap(conversation => conversation.heard)
        .map(one => [one.sent, one]),
    );
    const inOrder = [...said.values()].sort((a, b) => a.sent.place - b.sent.place);
    return inOrder.flatMap(({ from, sent }, at) =>
      from === members[at % members.length]
        ? []
        : [{ seen: sent, why: `${from} had no token` }],
    );
  },
};

/** Each says a word in turn, which the other two hear before the next. */
function spokenBy(speakers: readonly string[]): Run {
  const run = new Run();
  for (const name of members) run.connect(name, 'room');
  for (const name of speakers) {
    const word = run.send(name, 'room', 'Tea?');
    run.hear(word);
    for (const other of members) if (other !== name) run.hear(run.relay(word, other));
  }
  return run;
}

const offencesOf = (rule: Pick<Rule, 'offences'>, { events }: Run) =>
  rule
    .offences(judgedOf(historyOf(logsOf([{ name: 'run', events }]).logs)), {})
    .map(({ why }) => why);

it('a rule sees the whole run, so a token ring can be judged by one', () => {
  expect(offencesOf(ring, spokenBy(['alice', 'bob', 'carol', 'alice']))).toEqual([]);
  expect(offencesOf(ring, spokenBy(['alice', 'carol', 'bob']))).toEqual([
    'carol had no token',
    'bob had no token',
  ]);
});

it('which no rule for two ends could: each two of them took turns', () => {
  expect(offencesOf(halfDuplexRule, spokenBy(['alice', 'carol', 'bob']))).toEqual([]);
});
