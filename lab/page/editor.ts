import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorLook, sceneColours } from './editor-look.ts';
import { lineMarks } from './line-marks.ts';
import { sceneLanguage } from './scene-language.ts';

export interface EditorOptions {
  /** The element in which it stands. */
  readonly host: HTMLElement;
  readonly name: string;
  /** The reader has changed the text. */
  edited(text: string): void;
  /** The most characters. What is pasted beyond them is refused before it costs time. */
  readonly most: number;
  /** The reader has pasted too much. */
  refused(): void;
  /** The reader leaves the editor by Escape: Tab alone would do, but not all readers know. */
  left(): void;
}

export interface Editor {
  readonly view: EditorView;
  /** Shows another text, and forgets what could be undone. */
  begin(text: string): void;
}

/** Opens an editor in a shadow root: there its styles are sheets, which the page's policy allows. */
export function openEditor(options: EditorOptions): Editor {
  const { host, name, edited, left } = options;
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({ parent: root, root });
  const leave = () => {
    view.contentDOM.blur();
    left();
    return true;
  };
  const extensions = [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    withoutFloods(options),
    sceneLanguage,
    syntaxHighlighting(sceneColours),
    editorLook,
    lineMarks,
    EditorView.contentAttributes.of({
      'aria-label': name,
      spellcheck: 'false',
      tabindex: '0',
    }),
    keymap.of([{ key: 'Escape', run: leave }, ...historyKeymap, ...defaultKeymap]),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (docChanged && transactions.some(isTheReaders)) edited(state.doc.toString());
    }),
  ];
  const begin = (doc: string) => view.setState(EditorState.create({ doc, extensions }));
  begin('');
  return { view, begin };
}

const isTheReaders = (one: Transaction): boolean =>
  one.annotation(Transaction.userEvent) !== undefined;

/** The editor itself would need seconds to take in ten million characters. */
const withoutFloods = ({ most, refused }: EditorOptions): Extension =>
  EditorView.domEventHandlers({
    paste({ clipboardData }, { state }) {
      const text = clipboardData?.getData('text/plain') ?? '';
      const fits = state.doc.length + text.length <= most;
      if (!fits) refused();
      return !fits;
    },
  });
