import { realClock, type Wire } from '../connection/index.ts';
import type { Observe } from '../trace/index.ts';
import type { Flags } from './arguments.ts';
import type { Demo } from './demo.ts';
import { asciiOnly, colours, complain, spelled, width } from './output.ts';

/** The record that a server or a client keeps of its own end, if it was asked for one. */
export interface Notebook {
  /** The pen for one link; none where nobody asked. */
  pen(wire: Wire): Observe | undefined;
  /** Writes the record, and says what one end alone can say. */
  close(): void;
}

/** Record and drawings are loaded for those who ask. */
export async function notebook(
  { flags, demo, end }: { flags: Flags; demo: Demo; end: string },
  show: (line: string) => void,
): Promise<Notebook> {
  const file = flags.get('trace');
  const wire = flags.has('wire');
  if (file === undefined && !wire) return { pen: () => undefined, close: () => {} };
  const { judge, Recorder, report } = await import('../trace/index.ts');
  const { Wire: WireView } = await import('../view/wire.ts');
  const { keepRecord } = await import('./record.ts');
  const recorder = new Recorder({ now: () => realClock.now(), chunks: true });
  const ascii = flags.has('ascii') || asciiOnly();
  const bytes = new WireView({
    width: width(),
    ascii,
    paint: colours,
    datagrams: demo.program.byDatagram === true,
  });
  let due = false;
  const draw = () => {
    due = false;
    for (const row of bytes.draw(recorder.flush())) show(row);
  };
  return {
    pen({ link }) {
      const observe = recorder.observer(end, link);
      return observation => {
        observe(observation);
        if (due || !wire) return;
        // Where a frame ends is observed right after its bytes: they are drawn together.
        due = true;
        queueMicrotask(draw);
      };
    },
    close() {
      recorder.flush();
      const { events, traffic } = recorder;
      const { mode } = demo;
      const title = `demo:${demo.name}, as ${end} saw it`;
      if (file === undefined) return;
      keepRecord(file, { events, mode, title, lanes: [end] });
      const line = `${report(judge(mode, events, traffic))} · record: ${file}`;
      complain(spelled(line, flags.has('ascii')));
    },
  };
}
