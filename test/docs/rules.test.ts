import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  allChecks,
  type Checks,
  type Rule,
  rulePages,
  rulesOf,
  rulesOfPage,
} from '../../docs/generate/rules.ts';

/** What is wrong between rules and scenes, one line each. */
function problems(rules: readonly Rule[], scenes: readonly Checks[]): string[] {
  const known = new Set(rules.map(({ id }) => id));
  const checked = new Set(scenes.flatMap(scene => scene.rules));
  return [
    ...rules.filter((rule, at) => rules.findIndex(({ id }) => id === rule.id) < at),
    ...rules.filter(({ id, byTest }) => !byTest && !checked.has(id)),
    ...rules.filter(({ id, byTest }) => byTest && checked.has(id)),
    ...rules.filter(({ byTest, test }) => byTest && !(test && existsSync(test))),
  ]
    .map(({ id }) => id)
    .concat(scenes.flatMap(scene => problemsOf(scene, known)));
}

function problemsOf({ name, rules }: Checks, known: ReadonlySet<string>): string[] {
  if (rules.length === 0) return [`${name} names no rule`];
  const twice = rules.filter((rule, at) => rules.indexOf(rule) < at);
  const strange = rules.filter(rule => !known.has(rule));
  return [...twice, ...strange].map(rule => `${name}: ${rule}`);
}

describe('the rules of the protocol pages', () => {
  it('each have a scene or a test, and each scene names rules that exist', () => {
    const rules = rulePages.flatMap(rulesOfPage);
    expect(rules.length).toBeGreaterThan(100);
    expect(allChecks().length).toBeGreaterThan(50);
    expect(problems(rules, allChecks())).toEqual([]);
  });

  it('are missed where they are not', () => {
    const rules = rulesOf(
      [
        '## A\n- <a id="a1"></a>**A1** Shown.',
        '- <a id="a2"></a>**A2** Not shown.\n- <a id="a1"></a>**A1** Said twice.',
        '## Held by tests\n- <a id="a3"></a>**A3** Held\n  ([test](../test/needs.ts)).',
        '- <a id="a4"></a>**A4** Shown, though a test is said to hold it',
        '  ([test](../test/needs.ts)).\n- <a id="a5"></a>**A5** Held by nothing.',
        '- <a id="a6"></a>**A6** Held by no file ([test](../test/no.test.ts)).',
      ].join('\n'),
    );
    const scenes = [
      { name: 'one', rules: ['A1', 'A4', 'A1'] },
      { name: 'two', rules: ['B7'] },
      { name: 'three', rules: [] },
    ];
    expect(problems(rules, scenes)).toEqual([
      ...['A1', 'A2', 'A4', 'A5', 'A6'],
      ...['one: A1', 'two: B7', 'three names no rule'],
    ]);
  });

  it('have the anchor of their number', () =>
    expect(() => rulesOf('- <a id="a1"></a>**A2** Off.')).toThrow(
      'rule A2 has anchor a1',
    ));
});
