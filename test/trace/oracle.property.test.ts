import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLong } from '../long.ts';
import { ofLibrary, ofLibraryInMemory } from './reference/answers.ts';
import {
  altered,
  earlyStop,
  falsified,
  mixedUp,
  omissions,
} from './reference/false-testimony.ts';
import { type Judge, refer, referEvents } from './reference/judge.ts';
import type { File } from './reference/line.ts';
import { Tape } from './reference/tape.ts';
import {
  anyLies,
  anyRun,
  canBeHeldTo,
  isFalse,
  questionsFor,
  type Told,
  turnsRound,
} from './reference/told.ts';
import { truthOf } from './reference/truth.ts';
import { wrongOracles } from './reference/wrong-oracles.ts';

/** `npm run oracle:long` asks for many. */
const numRuns = Number(process.env.ORACLE_RUNS ?? (withLong ? 20 : 10));

/** To read: what does not agree, for the first question that has two answers. */
function differences(files: readonly File[]): string[] {
  const judge = refer(files);
  const all = { name: 'all', events: files.flatMap(({ events }) => events) };
  const judgeAll = referEvents(all.events);
  return questionsFor(files).flatMap(([mode, rules]) => {
    const asked = `${mode} ${JSON.stringify(rules)}`;
    const [right, library] = [judge(mode, rules), ofLibrary(mode, files, rules)];
    const found = right === library ? [] : [`${asked}: ${right}, not ${library}`];
    if (!all.events.some(({ end }) => end === (rules.from ?? end))) return found;
    const [inMemory, libraryInMemory] = [
      judgeAll(mode, rules),
      ofLibraryInMemory(mode, all, rules),
    ];
    if (inMemory === libraryInMemory) return found;
    return [...found, `${asked}, in memory: ${inMemory}, not ${libraryInMemory}`];
  });
}

/** What an oracle says of a true record that is not true. */
const falsehoods = (judge: Judge, told: Told): string[] =>
  questionsFor(told.files)
    .filter(([, rules]) => canBeHeldTo(told, rules))
    .filter(([mode, rules]) => isFalse(judge(mode, rules), told, mode, rules))
    .map(([mode, rules]) => `${mode} ${JSON.stringify(rules)}: ${judge(mode, rules)}`);

/** What an oracle makes of a run that was written down otherwise: the opposite of what it was. */
const reversals = (files: readonly File[], { world }: Told): string[] =>
  questionsFor(files)
    .filter(([, { from }]) => from === undefined)
    .filter(([mode, rules]) =>
      turnsRound(ofLibrary(mode, files, rules), truthOf(mode, world, rules)),
    )
    .map(([mode, rules]) => `${mode} ${JSON.stringify(rules)}`);

describe('true records', () => {
  it('are judged by the reference as it truly was', () => {
    fc.assert(
      fc.property(anyRun, told => {
        expect(falsehoods(refer(told.files), told)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('are judged by the library as by the reference', () => {
    fc.assert(
      fc.property(anyRun, ({ files }) => {
        expect(differences(files)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('get every answer there is', () => {
    const answers = fc
      .sample(anyRun, { numRuns: 60, seed: 1 })
      .flatMap(({ files }) =>
        questionsFor(files).map(
          ([mode, rules]) => `${mode} ${refer(files)(mode, rules)}`,
        ),
      );
    expect([...new Set(answers)].sort()).toEqual([
      'full-duplex shown',
      'full-duplex undecided',
      'half-duplex kept',
      'half-duplex undecided',
      'half-duplex violated',
      'simplex kept',
      'simplex undecided',
      'simplex violated',
    ]);
  });
});

describe('false records', () => {
  it.each([
    ['altered', falsified],
    ['mixed up', mixedUp],
  ] as const)('are judged by the library as by the reference: %s', (_, how) => {
    fc.assert(
      fc.property(anyRun, anyLies, ({ files }, lies) => {
        expect(differences(how(files, new Tape(lies)))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it.each([
    ['have a hole', omissions],
    ['stop early', earlyStop],
  ])('turn no verdict round if they %s', (_, ways) => {
    fc.assert(
      fc.property(anyRun, anyLies, (told, lies) => {
        fc.pre(told.isComplete && !told.files.some(writesOfLosses));
        const files = altered(told.files, new Tape(lies), ways);
        fc.pre(knowRelays(files, told));
        expect(reversals(files, told)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

/** What is missing may come later: then a record that stops between says what was true at that time. */
const writesOfLosses = ({ events }: File): boolean =>
  events.some(({ what }) => what === 'lost');

/**
 * One end alone takes an end without a record for a person: then nobody knows that it passes on
 * what it hears.
 */
const knowRelays = (files: readonly File[], { world }: Told): boolean =>
  [...world.relays].every(relay =>
    files.some(({ events }) =>
      events.some(({ end, role }) => end === relay && role === 'relay'),
    ),
  );

describe('an oracle that is wrong', () => {
  // With this seed the 27th run convicts the last of them, and with most others one after the hundredth.
  const runs = fc.sample(fc.tuple(anyRun, anyLies), { numRuns: 40, seed: 10 });

  it.each(wrongOracles)('is convicted by the $by: $name', ({ oracle, by }) => {
    const isConvicted = runs.some(([told, lies]) => {
      if (by === 'truth') return falsehoods(oracle(told.files), told).length > 0;
      const files = falsified(told.files, new Tape(lies));
      return questionsFor(files).some(
        ([mode, rules]) => oracle(files)(mode, rules) !== refer(files)(mode, rules),
      );
    });
    expect(isConvicted).toBe(true);
  });
});
