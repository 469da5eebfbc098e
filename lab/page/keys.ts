import { byId, make } from './dom.ts';
import type { Lab } from './lab.ts';
import { lineAt, move } from './move.ts';

interface Key {
  /** What is printed on it. */
  readonly name: string;
  readonly does: string;
  readonly act?: (lab: Lab) => void;
}

/** Every key, by its code: with `Alt+` if it needs Alt. The list on the page comes from here. */
const keys: Readonly<Record<string, Key>> = {
  ' ': { name: 'Space', does: 'play, or pause', act: lab => lab.toggle() },
  ArrowLeft: { name: '←', does: 'one step back', act: lab => lab.step(-1) },
  ArrowRight: { name: '→', does: 'one step on', act: lab => lab.step(1) },
  Home: {
    name: 'Home',
    does: 'to the start',
    act: lab => lab.change({ at: 0, playing: false }),
  },
  End: {
    name: 'End',
    does: 'to the end',
    act: lab => lab.step(Number.POSITIVE_INFINITY),
  },
  Up: { name: '↑ ↓', does: 'choose an event, while the focus is in the ladder' },
  'Alt+ArrowUp': {
    name: 'Alt ↑',
    does: 'move the chosen message earlier',
    act: lab => moved(lab, -1),
  },
  'Alt+ArrowDown': {
    name: 'Alt ↓',
    does: 'move the chosen message later',
    act: lab => moved(lab, 1),
  },
  Escape: { name: 'Esc', does: 'leave the editor' },
  Tab: { name: 'Tab', does: 'to the next part of the page' },
};

function moved(lab: Lab, way: -1 | 1): void {
  const { chosen } = lab.shown;
  const line = chosen === undefined ? undefined : lineAt(lab, chosen);
  if (line !== undefined) void move(lab, line, way);
}

/** Where keys have a meaning of their own. */
const own = 'input, select, textarea, summary, [role="tab"], #editor';

export function listenToKeys(lab: Lab): void {
  const rows = Object.values(keys).flatMap(({ name, does }) => [
    make('dt', '', make('kbd', '', name)),
    make('dd', '', does),
  ]);
  byId('key-list', HTMLElement).replaceChildren(...rows);
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented)
      return;
    const { target, key, altKey } = event;
    if (target instanceof Element && target.closest(own)) return;
    const pressed = target instanceof HTMLButtonElement && key === ' ';
    const act = keys[altKey ? `Alt+${key}` : key]?.act;
    if (act === undefined || pressed) return;
    event.preventDefault();
    act(lab);
  });
}
