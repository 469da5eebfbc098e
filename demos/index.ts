import type { Course } from '../lib/terminal/play/course.ts';
import type { Demo } from '../lib/terminal/programs/demo.ts';

/** A demo in the tour. Its code is loaded only when it is needed. */
interface Entry {
  /** What it shows, in a few words. */
  readonly see: string;
  load(): Promise<Demo | Course>;
}

/** All demos, from simple to hard: `npm run demo:NAME`. */
export const demos = {
  simplex: {
    see: 'one way: no data comes back',
    load: async () => (await import('./simplex/demo.ts')).simplex,
  },
  'half-duplex': {
    see: 'turns; a barge-in is rejected',
    load: async () => (await import('./half-duplex/demo.ts')).halfDuplex,
  },
  p2p: {
    see: 'two messages cross; no theft',
    load: async () => (await import('./p2p/demo.ts')).p2p,
  },
  p2m: {
    see: 'one line in, many lines out',
    load: async () => (await import('./p2m/demo.ts')).p2m,
  },
  framing: {
    see: 'bytes to messages, 14 lessons',
    load: async () => (await import('./framing/demo.ts')).framingCourse,
  },
  udp: {
    see: 'no connection: gaps, heartbeats',
    load: async () => (await import('./udp/demo.ts')).udp,
  },
  websocket: {
    see: 'the same room from a browser',
    load: async () => (await import('./websocket/demo.ts')).websocket,
  },
  cluster: {
    see: 'one room, several machines',
    load: async () => (await import('./cluster/demo.ts')).cluster,
  },
  pitfalls: {
    see: 'classic bugs, each convicted',
    load: async () => (await import('./pitfalls/demo.ts')).pitfallCourse,
  },
} satisfies Record<string, Entry>;

export type DemoName = keyof typeof demos;

export const demoNames = Object.keys(demos) as DemoName[];

/** The page about a demo. */
export const pageOf = (name: DemoName): string =>
  name === 'pitfalls' ? 'docs/pitfalls/' : `docs/${name}.md`;

/** Returns the demos of modes: all except the lessons. */
export async function modeDemos(): Promise<Demo[]> {
  const all = await Promise.all(demoNames.map(name => demos[name].load()));
  return all.flatMap((one): Demo[] => ('lessons' in one ? [] : [one]));
}
