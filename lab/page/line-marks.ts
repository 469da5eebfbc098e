import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** The lines of the scene that are marked, by number from 1. */
export interface LineMarks {
  /** The line that is played at the present moment. */
  readonly now: number | undefined;
  readonly mistake: number | undefined;
}

export const markLines = StateEffect.define<LineMarks>();

/** Marks whole lines of the scene: where it stands, and where it went wrong. */
export const lineMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, changes, effects, state }) {
    const kept = docChanged ? marks.map(changes) : marks;
    const effect = effects.findLast(one => one.is(markLines));
    if (effect === undefined) return kept;
    const { now, mistake } = effect.value as LineMarks;
    const at = (line: number | undefined, look: string) =>
      line !== undefined && line >= 1 && line <= state.doc.lines
        ? [Decoration.line({ class: look }).range(state.doc.line(line).from)]
        : [];
    return Decoration.set([...at(now, 'cm-now'), ...at(mistake, 'cm-mistake')], true);
  },
  provide: field => EditorView.decorations.from(field),
});
