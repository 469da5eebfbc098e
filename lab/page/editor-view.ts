import type { EditorView } from '@codemirror/view';
import { builtIn } from '../engine/built-in.ts';
import { demoIn } from '../engine/catalogue.ts';
import { longest } from '../engine/scene-size.ts';
import type { LabState } from '../engine/state.ts';
import { byId } from './dom.ts';
import { openEditor } from './editor.ts';
import type { Lab, Shown } from './lab.ts';
import { markLines } from './line-marks.ts';
import { wordsFor } from './problem.ts';
import { tell } from './tell.ts';
import { textOf } from './text-of.ts';

/** How long the reader must have stopped typing before the scene is played, in milliseconds. */
const stillness = 250;

/** The scene's text, to be changed: the picture follows. */
export function editorView(lab: Lab): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { view, begin } = openEditor({
    host: byId('editor', HTMLElement),
    name: 'The scene’s text',
    edited(text) {
      clearTimeout(timer);
      timer = setTimeout(() => void lab.alter({ text }), stillness);
    },
    most: longest,
    refused: () =>
      tell(
        `Not pasted: a scene has at most ${longest.toLocaleString('en')} characters`,
      ),
    left: () => byId('tab-change', HTMLElement).focus(),
  });
  lab.listen((now, before) => {
    if (!isSameScene(now.state, before?.state)) {
      clearTimeout(timer);
      begin(textOf(now.state));
      showText(demoIn(builtIn, now.state)?.lessons !== true);
    } else if (now.state !== before?.state) write(view, textOf(now.state));
    if (now.run !== before?.run || now.at !== before.at) mark(view, now);
  });
}

const isSameScene = (one: LabState, other: LabState | undefined): boolean =>
  one.demo === other?.demo && one.scene === other.scene;

/** A lesson is a program: it has no text. */
function showText(has: boolean): void {
  byId('scene-text', HTMLElement).hidden = !has;
  byId('no-text', HTMLElement).hidden = has;
}

function write(view: EditorView, text: string): void {
  const { doc } = view.state;
  if (doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
}

/** Shows in the text where the scene stands, and why it stopped. */
function mark(view: EditorView, { run, at }: Shown): void {
  const { problem, moments } = run;
  const now = moments[at - 1]?.line;
  view.dispatch({ effects: markLines.of({ now, mistake: problem?.line }) });
  byId('problem', HTMLElement).textContent =
    problem === undefined ? '' : wordsFor(problem);
}
