import { amplification } from './amplification.ts';
import { byHand } from './by-hand.ts';
import { checked, checkedClient } from './checked.ts';
import { compared } from './compared.ts';
import { cost } from './cost.ts';
import { detection } from './detection.ts';
import { peerTable, semanticsTable } from './examples.ts';
import { forgedSilence } from './forged-silence.ts';
import { framingTable } from './framings.ts';
import { frameCosts, handshake } from './handshake.ts';
import { help } from './help.ts';
import { joining } from './joining.ts';
import { lessonTable, transcript } from './lessons.ts';
import { mutantTable } from './mutants.ts';
import { nameTable } from './names.ts';
import { output } from './output.ts';
import { ruleTable } from './rules.ts';
import { picture, sceneTable, sequence } from './runs.ts';
import { faultTable, verbTable } from './scene-tables.ts';
import { sourceOf } from './source.ts';
import { tapped, tappedChat } from './tapped.ts';
import { stateDiagram } from './turn-table.ts';
import { notKept, oneEnd, twoEnds } from './verdicts.ts';

/** The words that may follow `generated:`, and how each block is made. */
const makers: Record<string, (...words: string[]) => string | Promise<string>> = {
  scene: async (scene = '', ...style) => fenced('text', await picture(scene, style)),
  scenes: demo => sceneTable(demo ?? ''),
  'not-kept': async scene => fenced('text', await notKept(scene ?? '')),
  'one-end': async (scene, end) => fenced('text', await oneEnd(scene ?? '', end ?? '')),
  'two-ends': place => twoEnds(place ?? ''),
  lesson: async (name = '', ...lines) =>
    fenced('text', await transcript(name, ...lines)),
  lessons: lessonTable,
  framings: framingTable,
  semantics: semanticsTable,
  peers: peerTable,
  sequence: async scene => fenced('mermaid', await sequence(scene ?? '')),
  file: place => sourceOf(place ?? ''),
  help: async demo => fenced('text', await help(demo)),
  output: (...command) => fenced('text', output(command)),
  'turn-diagram': () => fenced('mermaid', stateDiagram()),
  tapped: async (...words) => fenced('text', await tapped(...words)),
  'tapped-chat': async () => fenced('text', await tappedChat()),
  checked: (...words) => fenced('text', checked(...words)),
  'checked-client': (...words) => fenced('text', checkedClient(...words)),
  cost,
  'by-hand': async () => fenced('text', await byHand()),
  joining: async () => fenced('text', await joining()),
  amplification,
  'forged-silence': forgedSilence,
  compared,
  detection,
  mutants: () => mutantTable(),
  names: nameTable,
  handshake,
  'frame-costs': frameCosts,
  rules: page => ruleTable(page ?? ''),
  verbs: verbTable,
  faults: faultTable,
};

export async function block(what: string): Promise<string> {
  const [kind = '', ...words] = what.split(' ');
  const make = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (make) return await make(...words);
  const known = Object.keys(makers).join(', ');
  throw new Error(`unknown generated block "${what}": there are ${known}`);
}

const fenced = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
