import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { byId } from './dom.ts';
import { editorLook, sceneColours } from './editor-look.ts';
import type { Lab, Shown } from './lab.ts';
import { lineMarks, markLines } from './line-marks.ts';
import { sceneLanguage } from './scene-language.ts';
import { textOf } from './text-of.ts';

/** How long the reader must have stopped typing before the scene is played, in milliseconds. */
const stillness = 250;

/** The scene's text, to be changed: the picture follows. */
export function editorView(lab: Lab): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const edited = (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => void lab.alter({ text }), stillness);
  };
  const view = open(byId('editor', HTMLElement), edited);
  lab.listen((now, before) => {
    if (now.state !== before?.state) write(view, textOf(now.state));
    if (now.run !== before?.run || now.at !== before.at) mark(view, now);
  });
}

/** Opens it in a shadow root: there its styles are sheets, which the page's policy allows. */
function open(host: HTMLElement, edited: (text: string) => void): EditorView {
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({ parent: root, root });
  view.setState(
    EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        sceneLanguage,
        syntaxHighlighting(sceneColours),
        editorLook,
        lineMarks,
        EditorView.contentAttributes.of({
          'aria-label': 'The scene’s text',
          spellcheck: 'false',
          tabindex: '0',
        }),
        keymap.of([{ key: 'Escape', run: leave }, ...historyKeymap, ...withoutAlt]),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          const typed = transactions.some(
            one =>
              one.isUserEvent('input') ||
              one.isUserEvent('delete') ||
              one.isUserEvent('undo') ||
              one.isUserEvent('redo') ||
              one.isUserEvent('move'),
          );
          if (docChanged && typed) edited(state.doc.toString());
        }),
      ],
    }),
  );
  return view;
}

const withoutAlt = defaultKeymap;

function leave({ contentDOM }: EditorView): boolean {
  contentDOM.blur();
  byId('tab-change', HTMLElement).focus();
  return true;
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
    problem === undefined
      ? ''
      : problem.line === undefined
        ? problem.words
        : `Line ${problem.line}: ${problem.words}`;
}
