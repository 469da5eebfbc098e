import { readFileSync } from 'node:fs';
import type { Scene } from '../../lib/scene/script/scene.ts';
import { programs, scenesOf } from './demos.ts';

/** One numbered rule of a protocol page. */
export interface Rule {
  /** `H3`. */
  readonly id: string;
  /** Whether it stands below "Held by tests": no scene can show it. */
  readonly byTest: boolean;
  /** The test that it names, relative to the project's folder. */
  readonly test: string | undefined;
}

/** A scene by its name, with the rules that it says it checks. */
export type Checks = Pick<Scene, 'rules'> & { readonly name: string };

export const rulePages = ['protocol-tcp', 'protocol'] as const;

const item =
  /^- <a id="([a-z]\d+)"><\/a>\*\*([A-Z]\d+)\*\* ([^\n]*(?:\n {2}[^\n]*)*)/gm;

/** Returns the rules of a page, in the order in which they stand. */
export function rulesOf(markdown: string): Rule[] {
  return markdown.split(/^## /m).flatMap(section => {
    const byTest = section.startsWith('Held by tests\n');
    return [...section.matchAll(item)].map(([, anchor, id = '', text = '']) => {
      if (anchor !== id.toLowerCase())
        throw new Error(`rule ${id} has anchor ${anchor}`);
      return { id, byTest, test: /\]\(\.\.\/([^)]+)\)/.exec(text)?.[1] };
    });
  });
}

export const rulesOfPage = (page: string): Rule[] =>
  rulesOf(readFileSync(`docs/${page}.md`, 'utf8'));

/** Returns all scenes of all demos, `p2m/storm` and so on. */
export const allChecks = (): Checks[] =>
  Object.keys(programs).flatMap(demo =>
    scenesOf(demo).map(({ name, rules }) => ({ name: `${demo}/${name}`, rules })),
  );

/** Returns which scene or test checks which rule of a page, as a table. */
export function ruleTable(page: string): string {
  const scenes = allChecks();
  const rows = rulesOfPage(page).map(({ id, test }) => {
    const names = scenes.filter(({ rules }) => rules.includes(id));
    const checked = names.map(({ name }) => `\`${name}\``).join(', ');
    return `| [${id}](#${id.toLowerCase()}) | ${checked || `[${test}](../${test})`} |`;
  });
  return ['| rule | scenes, or the test |', '|---|---|', ...rows].join('\n');
}
