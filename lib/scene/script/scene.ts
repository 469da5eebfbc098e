import type { Mode } from '../../trace/rules/index.ts';
import type { RuleOptions } from '../../trace/rules/options.ts';
import type { Expectation } from '../../trace/verdict-line.ts';
import type { Faults } from '../../transport/faults/table.ts';
import type { Program, Together } from '../world/program.ts';
import type { Action } from './verbs.ts';

/** A scripted run: who does what, and what that will prove. */
export interface Scene {
  /** The file's name without its number and extension, as `--scene` takes it. */
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly mode: Mode;
  /** Flags for the server. */
  readonly server: readonly string[];
  /** The faults of every link. */
  readonly link: Faults;
  /** The options of the verdict, if the mode has any. */
  readonly rule: Pick<RuleOptions, 'turns' | 'from'>;
  /** The rules of the protocol that it checks: `H3`, `T12` (docs/protocol-tcp.md). Never played or shown. */
  readonly rules: readonly string[];
  readonly steps: readonly Step[];
  readonly verdict: Expectation;
}

export type Step =
  | Action
  | (Line &
      (
        | { readonly do: 'narrate' | 'ask'; readonly text: string }
        | { readonly do: 'pass'; readonly ms: number }
        | { readonly do: Block; readonly steps: readonly Action[] }
      ));

/** Lines that have lines of their own below them. */
export type Block = 'at once' | 'in any order';

/** The position of a line, for errors. */
interface Line {
  readonly line: number;
}

/**
 * Returns who appears, in the order of the lanes: the first caller, the server, then the others. If the
 * server is several nodes, its callers stand beside them.
 */
export function participants(scene: Scene, program: Peopled): string[] {
  const { server, together } = program;
  if (together) return aroundNodes(scene, together);
  const [first, ...others] = new Set(callsIn(scene).map(({ name }) => name));
  return first === undefined ? [server] : [first, server, ...others];
}

type Peopled = Pick<Program, 'server' | 'together'>;

/** The callers of the first node, the nodes, and after each other node its callers. */
function aroundNodes(scene: Scene, { nodes, lanes }: Together): string[] {
  const calls = callsIn(scene).filter(
    ({ name }, nth, all) => all.findIndex(call => call.name === name) === nth,
  );
  const at = (node: string) =>
    calls.filter(call => (call.at ?? nodes[0]) === node).map(({ name }) => name);
  const [first = ''] = nodes;
  const middle = lanes(scene.server).flatMap(lane =>
    lane === first ? [lane] : [lane, ...at(lane)],
  );
  return [...new Set([...at(first), ...middle])];
}

/** Who connects, and to which node. */
const callsIn = ({ steps }: Scene) =>
  steps.flatMap(step =>
    step.do === 'connect' ? step.who.map(name => ({ name, at: step.at })) : [],
  );

/** A scene file that cannot be read, or a scene that did not go as written. */
export class SceneError extends Error {
  /** Undefined: it is none of the lines. */
  readonly line: number | undefined;
  readonly problem: string;

  constructor(
    file: string,
    line: number | undefined,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${line === undefined ? file : `${file}:${line}`}: ${problem}`, options);
    this.name = 'SceneError';
    this.line = line;
    this.problem = problem;
  }
}
