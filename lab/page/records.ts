import { type Mode, modes } from '../../lib/trace/rules/index.ts';
import type { Player } from '../engine/player.ts';
import { byId, options } from './dom.ts';
import type { Lab } from './lab.ts';
import { tell } from './tell.ts';

/** The largest file that is read, in bytes. */
const largest = 32 * 1024 * 1024;

/** Records of the reader's own, dropped or chosen. They stay in the browser. */
export function records(lab: Lab, player: Player): void {
  const mode = byId('record-mode', HTMLSelectElement);
  mode.replaceChildren(...options(modes.map(name => [name, name])));
  mode.value = 'full-duplex';
  let last: readonly File[] = [];
  const read = (files: readonly File[]) => {
    last = files;
    void show(lab, player, files, mode.value as Mode);
  };
  const input = byId('record', HTMLInputElement);
  input.addEventListener('change', () => read([...(input.files ?? [])]));
  mode.addEventListener('change', () => {
    if (lab.shown.files !== undefined) read(last);
  });
  dropping(read);
}

function dropping(read: (files: readonly File[]) => void): void {
  const hint = byId('drop', HTMLElement);
  addEventListener('dragover', event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    hint.hidden = false;
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) hint.hidden = true;
  });
  addEventListener('drop', event => {
    const files = [...(event.dataTransfer?.files ?? [])];
    hint.hidden = true;
    // Not files: text that is dragged within the editor.
    if (files.length === 0) return;
    event.preventDefault();
    read(files);
  });
}

async function show(lab: Lab, player: Player, files: readonly File[], mode: Mode) {
  if (files.length === 0) return;
  const size = files.reduce((sum, one) => sum + one.size, 0);
  const names = files.map(({ name }) => name).join(', ');
  if (size > largest)
    return tell(`${names}: more than ${largest / 1024 / 1024} MiB are not read.`);
  const texts = files.map(async file => ({ name: file.name, text: await file.text() }));
  const run = await player.read(await Promise.all(texts), mode);
  if (run === undefined) return;
  const at = run.moments.length;
  lab.change({ run, at, files: names, chosen: undefined, playing: false });
  tell(`${names}: ${run.problem?.words ?? 'this is your record.'}`);
}
