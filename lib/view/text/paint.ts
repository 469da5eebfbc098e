/** What a piece of text means; a terminal gives each ink its colour. */
export type Ink =
  | 'message'
  | 'control'
  | 'refused'
  | 'turn'
  | 'number'
  | 'lane'
  | 'note';

/** Colours the text. `lane` is the position of the speaker's lane, so people can have different colours. */
export type Paint = Readonly<Record<Ink, (text: string, lane: number) => string>>;

const same = (text: string): string => text;

export const plainPaint: Paint = {
  message: same,
  control: same,
  refused: same,
  turn: same,
  number: same,
  lane: same,
  note: same,
};
