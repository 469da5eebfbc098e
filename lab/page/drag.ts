import type { Lab } from './lab.ts';
import { lineAt, moveTo } from './move.ts';

/** How far a pointer must go before it drags, in pixels. */
const slack = 8;

interface Drag {
  readonly from: SVGElement;
  readonly startY: number;
  over: SVGElement | undefined;
}

/** A message can be dragged earlier or later: its step moves in the scene's text. */
export function draggable(lab: Lab, frame: HTMLElement): void {
  let drag: Drag | undefined;
  const stop = () => {
    for (const row of frame.querySelectorAll('.from, .over'))
      row.classList.remove('from', 'over');
    drag = undefined;
  };
  frame.addEventListener('pointerdown', ({ target, button, pointerType, clientY }) => {
    // A finger scrolls. For it there are the two buttons beside the bytes.
    if (button !== 0 || pointerType === 'touch') return;
    const from = eventAt(target);
    if (from && lineOf(lab, from) !== undefined)
      drag = { from, startY: clientY, over: undefined };
  });
  frame.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!drag || Math.abs(clientY - drag.startY) < slack) return;
    const over = eventAt(document.elementFromPoint(clientX, clientY));
    drag.from.classList.add('from');
    if (!over || over === drag.over) return;
    drag.over?.classList.remove('over');
    drag.over = over;
    over.classList.add('over');
  });
  frame.addEventListener('pointerup', () => {
    const line = drag && lineOf(lab, drag.from);
    const to = drag?.over && lineOf(lab, drag.over);
    stop();
    if (line !== undefined && to !== undefined && line !== to)
      void moveTo(lab, line, to);
  });
  addEventListener('pointerup', stop);
  addEventListener('pointercancel', stop);
}

const eventAt = (target: EventTarget | null): SVGElement | undefined =>
  (target instanceof Element ? target.closest<SVGElement>('.event') : null) ??
  undefined;

const lineOf = (lab: Lab, { dataset }: SVGElement): number | undefined =>
  lineAt(lab, Number(dataset.place));
