import { FrameError } from '../../lib/framing/index.ts';

/** The FrameError that `action` throws; an error of its own if it throws none. */
export function thrown(action: () => unknown): FrameError {
  try {
    action();
  } catch (error) {
    if (error instanceof FrameError) return error;
    throw error;
  }
  throw new Error('Expected a FrameError: nothing was thrown');
}
