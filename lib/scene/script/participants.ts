import type { Scene } from './scene.ts';

/** Who appears, in the order of the lanes: the first caller, the server, then the others. */
export function participants({ steps }: Scene, server: string): string[] {
  const callers = new Set(
    steps.flatMap(step => (step.do === 'connect' ? step.who : [])),
  );
  const [first, ...others] = callers;
  return first === undefined ? [server] : [first, server, ...others];
}
