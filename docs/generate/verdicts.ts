import { type Played, play } from '../../lib/scene/play/play.ts';
import { participants, type Scene } from '../../lib/scene/script/scene.ts';
import type { TraceEvent } from '../../lib/trace/event.ts';
import { judge } from '../../lib/trace/verdict.ts';
import { report } from '../../lib/trace/verdict-line.ts';
import { programOf, sceneAt, worldFor } from './demos.ts';

/** Returns the verdict line of a scene that breaks its mode, as if it claimed to keep the mode. */
export async function notKept(place: string): Promise<string> {
  const { demo, scene } = sceneAt(place);
  const { verdict } = scene;
  const claim = { ...verdict, result: 'kept', counts: new Map() } as const;
  const { finding } = await played(demo, { ...scene, verdict: claim });
  if (finding.ok) throw new Error(`${place} keeps its mode`);
  return finding.line;
}

/** Returns the verdict that the record of one end alone allows. */
export async function oneEnd(place: string, end: string): Promise<string> {
  const { demo, scene } = sceneAt(place);
  const { recorder } = await played(demo, scene);
  const alone = recorder.events.filter(event => event.end === end);
  return report(judge(scene.mode, alone));
}

/** Returns what each of two ends said and heard, in its own order, side by side. */
export async function twoEnds(place: string): Promise<string> {
  const { demo, scene } = sceneAt(place);
  const { recorder } = await played(demo, scene);
  const ends = participants(scene, programOf(demo));
  const columns = ends.map(end => seenBy(end, recorder.events));
  const rows = (columns[0] ?? []).map((_, at) =>
    columns.map(column => column[at] ?? ''),
  );
  return [ends.map(end => `at ${end}'s end, in order`), ends.map(() => '---'), ...rows]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n');
}

const seenBy = (end: string, events: readonly TraceEvent[]): string[] =>
  events
    .filter(event => event.end === end && event.kind === 'message')
    .map(
      ({ n, what, text }) => `${n}: ${what === 'sent' ? 'says' : 'hears'} \`${text}\``,
    );

const played = (demo: string, scene: Scene): Promise<Played> =>
  play({
    scene,
    world: worldFor(programOf(demo)),
    program: programOf(demo),
  });
