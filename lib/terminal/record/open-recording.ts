import type { Recording, RecordingOptions } from './recording.ts';

/** Loads the code for records and drawings only if it is needed. */
export async function openRecording(options: RecordingOptions): Promise<Recording> {
  const { trace, wire, draw = false } = options.chosen;
  if (trace === undefined && !wire && !draw)
    return {
      observer: () => undefined,
      unshown: () => undefined,
      close: async () => {},
    };
  const { notes } = await import('./notes.ts');
  return notes(options);
}
