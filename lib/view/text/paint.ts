/** What a stretch of text means; a terminal gives each ink its colour. */
export type Ink =
  | 'message'
  | 'control'
  | 'refused'
  | 'turn'
  | 'number'
  | 'lane'
  | 'note';

/** Colour, from outside: `lane` is the place of the lane that speaks, so people can differ. */
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
