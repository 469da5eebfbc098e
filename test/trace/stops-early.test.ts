import { describe, expect, it } from 'vitest';
import { judge, judgeRecords } from '../../lib/trace/verdict.ts';
import { accepts, closes, connects, filesOf, hears, says, wrote } from './finding.ts';
import type { File } from './reference/line.ts';
import { answered, eager, oneWay } from './runs.ts';

const question = wrote('alice', connects, says('a'), hears('b'), closes);
const answer = wrote('station', accepts, hears('a'), says('b'), closes);

/** The file of a program that was killed before it wrote its last line. */
const cut = ({ name, events }: File): File => ({ name, events: events.slice(0, -1) });

describe('a file that stops early', () => {
  it.each([
    ['alice', [cut(question), answer]],
    ['the station', [question, cut(answer)]],
  ])('acquits nobody: %s', (end, files) => {
    expect(judgeRecords('half-duplex', files)).toMatchObject({
      result: 'undecided',
      why: `${end}'s record of alice>station stops early: no closed`,
      complete: false,
    });
    expect(judgeRecords('half-duplex', [question, answer]).result).toBe('kept');
  });

  it('acquits nobody by the receiver alone, who may have sent something later', () => {
    const receiver = wrote('receiver', accepts, hears('a'), closes);
    expect(judgeRecords('simplex', [receiver]).result).toBe('kept');
    expect(judgeRecords('simplex', [cut(receiver)])).toMatchObject({
      result: 'undecided',
      why: "the receiver's record of alice>station stops early: no closed",
    });
  });

  it('may stop before it begins: then its name is told, and not that another is missing', () => {
    const empty = { name: 'empty.jsonl', events: [] };
    expect(judgeRecords('half-duplex', [question, empty])).toMatchObject({
      result: 'undecided',
      why: 'empty.jsonl has no events',
    });
    expect(judgeRecords('half-duplex', [question, answer, empty]).result).toBe(
      'undecided',
    );
  });

  it('still shows what has happened by then', () => {
    const files = filesOf(eager()).map(cut);
    expect(judgeRecords('half-duplex', files).result).toBe('violated');
    expect(judgeRecords('full-duplex', files).result).toBe('shown');
  });

  it('is no file of a run that goes on: its links are open', () => {
    expect(judge('half-duplex', answered().events).result).toBe('kept');
    expect(judge('simplex', oneWay().events).result).toBe('kept');
  });
});
