import { type Lab, type Shown, waits } from './lab.ts';
import { pauseAfter } from './moments.ts';

/** Lets time pass while the scene plays. It stands still at a question. */
export function playback(lab: Lab): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  lab.listen((now, before) => {
    const same = now.at === before?.at && now.run === before.run;
    if (same && now.playing === before?.playing && now.speed === before.speed) return;
    clearTimeout(timer);
    if (now.playing) timer = start(lab, now);
  });
}

function start(lab: Lab, now: Shown): ReturnType<typeof setTimeout> | undefined {
  const { at, run, speed } = now;
  if (waits(now)) return undefined;
  if (at >= run.moments.length) {
    // Not within the change that brought us here: its other listeners come first.
    queueMicrotask(() => lab.change({ playing: false }));
    return undefined;
  }
  return setTimeout(() => lab.goTo(at + 1), pauseAfter(run.moments[at - 1]) / speed);
}
