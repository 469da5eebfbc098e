import type { ServerInHand } from '../../scene/play/opposite.ts';

/** A stranger's clock is the real one. */
export const realTime: Pick<ServerInHand, 'pass'> = {
  pass: ms => new Promise(resolve => setTimeout(resolve, ms)),
};
