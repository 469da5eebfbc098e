/** The alphabet of the drawings: the same picture can be drawn in Unicode and in ASCII. */
export interface Glyphs {
  /** The shafts of arrows: a message, and everything that is not one. */
  readonly message: string;
  readonly control: string;
  readonly right: string;
  readonly left: string;
  /** Where a message leaves and where it is heard. */
  readonly dot: string;
  /** Half-duplex: this end may speak, this end must listen. */
  readonly speak: string;
  readonly listen: string;
  readonly lane: string;
  /** The ends of a control arrow where the lanes are not drawn. */
  readonly openLeft: string;
  readonly openRight: string;
  /** An arrow passes a lane that it does not concern. */
  readonly passes: string;
  readonly refused: string;
  /** The strokes of a crossing and the place where they meet. */
  readonly down: string;
  readonly up: string;
  readonly crossed: string;
  /** From the number of what was sent to the number of what was heard. */
  readonly leadsTo: string;
  /** There is more: a shortened label, or an arrow that has not arrived yet. */
  readonly more: string;
}

export const unicode: Glyphs = {
  message: '─',
  control: '╌',
  right: '▶',
  left: '◀',
  dot: '●',
  speak: '█',
  listen: '┊',
  lane: '│',
  openLeft: '├',
  openRight: '┤',
  passes: '┼',
  refused: '✗',
  down: '╲',
  up: '╱',
  crossed: '╳',
  leadsTo: '→',
  more: '…',
};
