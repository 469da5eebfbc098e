import type { LabRun } from '../engine/lab-run.ts';
import { byId, make, options } from './dom.ts';
import { type Lab, type Shown, waits } from './lab.ts';

const speeds = [0.5, 1, 2, 4] as const;

/** The buttons, the time bar and the speed. */
export function playerView(lab: Lab): void {
  const scrub = byId('scrub', HTMLInputElement);
  const play = byId('play', HTMLButtonElement);
  const speed = byId('speed', HTMLSelectElement);
  speed.replaceChildren(...options(speeds.map(one => [`${one}`, `${one}×`])));
  speed.value = '1';
  const on: Record<string, () => void> = {
    first: () => lab.change({ at: 0, playing: false }),
    back: () => lab.step(-1),
    play: () => lab.toggle(),
    step: () => lab.step(1),
    last: () => lab.step(Number.POSITIVE_INFINITY),
  };
  for (const [id, act] of Object.entries(on))
    byId(id, HTMLButtonElement).addEventListener('click', act);
  scrub.addEventListener('input', () =>
    lab.change({ at: Number(scrub.value), playing: false }),
  );
  speed.addEventListener('change', () => lab.change({ speed: Number(speed.value) }));
  lab.listen((now, before) => {
    const { run, at, playing } = now;
    if (run !== before?.run) byId('marks', HTMLElement).replaceChildren(...marks(run));
    scrub.max = String(run.moments.length);
    scrub.value = String(at);
    scrub.setAttribute('aria-valuetext', place(now));
    byId('place', HTMLElement).textContent = `${at} / ${run.moments.length}`;
    const goes = playing && !waits(now);
    play.setAttribute('aria-label', goes ? 'Pause' : 'Play');
    play.classList.toggle('playing', goes);
  });
}

/** More marks than this would be a line. */
const mostMarks = 80;

/** A mark for the start and for each moment: the reader sees where the questions are. */
function marks({ moments }: LabRun): HTMLElement[] {
  if (moments.length > mostMarks) return [];
  return [make('i'), ...moments.map(({ is }) => make('i', is))];
}

function place({ run: { moments }, at }: Shown): string {
  const now = moments[at - 1];
  const words = now && 'text' in now ? `: ${now.text}` : '';
  return `${at} of ${moments.length}${words}`;
}
