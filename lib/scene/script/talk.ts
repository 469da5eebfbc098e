import type { Program } from '../world/program.ts';
import type { Scene, Step } from './scene.ts';
import type { Action } from './verbs.ts';

/** Words of a scene, before it is played: who says what to whom. */
interface Said {
  readonly from: string;
  readonly to: string;
  readonly kind: 'message' | 'notice' | 'refusal' | 'control' | 'connect';
  readonly label: string;
}

/** Returns the words that a scene mentions. A server may say more. */
export const talkOf = (
  { steps }: Pick<Scene, 'steps'>,
  program: Pick<Program, 'server' | 'said' | 'heard'>,
): Said[] => steps.flatMap(actionsOf).flatMap(action => saidIn(action, program));

/** Room for the end of a line, if the scene has only its beginning. */
const someWords = ' '.repeat(20);

const lineOf = ({ text, open }: { text: string; open: boolean }): string =>
  open ? text + someWords : text;

function actionsOf(step: Step): Action[] {
  if ('steps' in step) return [...step.steps];
  return 'who' in step ? [step] : [];
}

function saidIn(
  action: Action,
  { server, said, heard }: Pick<Program, 'server' | 'said' | 'heard'>,
): Said[] {
  const callers = action.who.filter(name => name !== server);
  return callers.flatMap((name): Said[] => {
    const there = { from: name, to: server };
    switch (action.do) {
      case 'connect':
        return [{ ...there, kind: 'connect', label: `${name} connects` }];
      case 'say':
      case 'begin':
        return [{ ...there, kind: said(action.text), label: action.text }];
      case 'hear':
      case 'see':
        return [
          { from: server, to: name, kind: heard(action.text), label: lineOf(action) },
        ];
      default:
        return [];
    }
  });
}
