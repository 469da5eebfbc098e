import { byId } from './dom.ts';
import type { Lab } from './lab.ts';
import { eventAt, placeOf } from './ladder-choice.ts';
import { lineAt, moveTo } from './move.ts';
import { belowBlock } from './steps.ts';
import { textOf } from './text-of.ts';

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
  frame.addEventListener('pointerdown', ({ target, button, pointerType, clientY }) => {
    // A finger scrolls. For it there are the two buttons beside the bytes.
    if (button !== 0 || pointerType === 'touch') return;
    const from = eventAt(target);
    if (from && lineAt(lab, placeOf(from)) !== undefined)
      drag = { from, startY: clientY, over: undefined };
  });
  frame.addEventListener('pointermove', pointer => {
    if (!drag || Math.abs(pointer.clientY - drag.startY) < slack) return;
    if (lab.shown.playing) lab.change({ playing: false });
    show(drag, pointer);
  });
  frame.addEventListener('pointerup', () => {
    if (drag?.over) drop(lab, placeOf(drag.from), placeOf(drag.over));
  });
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, () => {
      if (drag) clear(drag);
      drag = undefined;
    });
}

/** What a whole block caused has the line of its head. A step of that block goes down to below the block. */
function drop(lab: Lab, from: number, over: number): void {
  const [line, to] = [lineAt(lab, from), lineAt(lab, over)];
  if (line === undefined || to === undefined || line === to) return;
  const wrongWay = over > from && to < line;
  const place = wrongWay ? belowBlock(textOf(lab.shown.state), line) : to;
  if (place !== undefined) void moveTo(lab, line, place);
}

/** The words follow the pointer, and the row under it is marked. */
function show(drag: Drag, { clientX, clientY }: PointerEvent): void {
  const over = eventAt(document.elementFromPoint(clientX, clientY));
  drag.from.classList.add('from');
  if (over && over !== drag.over) {
    drag.over?.classList.remove('over');
    over.classList.add('over');
    drag.over = over;
  }
  const words = byId('dragged', HTMLElement);
  words.hidden = false;
  words.textContent = drag.from.getAttribute('aria-label');
  words.style.translate = `${clientX + 14}px ${clientY + 14}px`;
}

function clear({ from, over }: Drag): void {
  from.classList.remove('from');
  over?.classList.remove('over');
  byId('dragged', HTMLElement).hidden = true;
}
