import { realClock } from '../../connection/clock.ts';
import { mainDoor } from '../../scene/world/program.ts';
import { drawn, type Observation, type TraceEvent } from '../../trace/event.ts';
import { HexDump } from '../../view/bytes/hex-dump.ts';
import { width } from '../line/window.ts';
import { asciiOnly, colours } from '../output.ts';
import type { Demo } from '../programs/demo.ts';
import { LiveRecord } from './live-record.ts';
import { RecordOfOneEnd } from './record-of-one-end.ts';
import type { Recording, RecordingOptions } from './recording.ts';
import { WireFeed } from './wire-feed.ts';

/**
 * Numbers what one end sees, for `--wire`, `--draw` and `--trace`. Nothing is kept in memory: a
 * server that runs for a year needs as much memory as on the first day.
 */
export function notes(options: RecordingOptions): Recording {
  const { chosen, demo, end, show } = options;
  const { trace: file, wire, ascii } = chosen;
  const feed = wire ? feedOf(ascii, demo, show) : undefined;
  const record = file === undefined ? undefined : new RecordOfOneEnd(file, options);
  const live = chosen.draw ? new LiveRecord(options) : undefined;
  const began = realClock.now();
  let last = 0;
  const noted = (link: string, observation: Observation): TraceEvent => {
    const n = drawn(observation) ? ++last : 0;
    // The spread comes last: fields that are added after it take six times the memory, in V8.
    return { n, at: realClock.now() - began, end, link, ...observation };
  };
  return {
    observer:
      ({ link }, peer) =>
      observation => {
        const event = noted(link, observation);
        feed?.take(event);
        record?.take(event, peer);
        live?.take(event, peer);
      },
    unshown: (link, peer) =>
      record?.hasLines
        ? observation => record.take(noted(link, observation), peer)
        : undefined,
    async close() {
      feed?.close();
      live?.close();
      await record?.close();
    },
  };
}

function feedOf(ascii: boolean, demo: Demo, show: (line: string) => void): WireFeed {
  const wire = new HexDump({
    width,
    ascii: ascii || asciiOnly(),
    paint: colours,
    datagrams: mainDoor(demo).faults === 'datagrams',
  });
  return new WireFeed(wire, {
    show,
    waiting: () => process.stdout.writableLength,
    clock: realClock,
  });
}
