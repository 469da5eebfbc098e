import { port } from '../../lab/address.ts';
import { play } from '../../lib/scene/play/play.ts';
import type { Scene } from '../../lib/scene/script/scene.ts';
import { participants } from '../../lib/scene/script/scene.ts';
import { talkOf } from '../../lib/scene/script/talk.ts';
import type { World } from '../../lib/scene/world/world.ts';
import type { Finding } from '../../lib/trace/verdict-line.ts';
import { mermaid } from '../../lib/view/export/mermaid.ts';
import { legend } from '../../lib/view/ladder/legend.ts';
import { screenBeside } from '../../lib/view/looks.ts';
import { type Style, view } from '../../lib/view/style.ts';
import { programOf, sceneAt, scenesOf, worldFor } from './demos.ts';
import { only } from './only.ts';

/** Returns a scene as a screen of 80 columns shows it, from the names of the lanes to the verdict. */
export async function picture(
  place: string,
  [style = 'ladder', lines = '']: string[] = [],
  world?: World,
): Promise<string> {
  const { demo, scene } = sceneAt(place);
  const screen = await shown(
    demo,
    scene,
    style as Style,
    world ?? worldFor(programOf(demo)),
  );
  return (lines === '' ? screen : only(lines, screen)).join('\n');
}

async function shown(
  demo: string,
  scene: Scene,
  style: Style,
  world: World,
): Promise<string[]> {
  const program = programOf(demo);
  const screen: string[] = [];
  const drawing = view(style, {
    mode: scene.mode,
    lanes: participants(scene, program),
    words: talkOf(scene, program),
    aside: screenBeside(scene.mode, program.server),
  });
  const { finding } = await play({
    scene,
    world,
    program,
    spectator: {
      begins: async () => void screen.push(...head()),
      narration: async words => void screen.push(`  -- ${words}`),
      question: async words => void screen.push(`  ?? ${words}`),
      events: async batch => void screen.push(...drawing.draw(batch)),
    },
  });
  return [...screen, expected(finding)];

  function head(): string[] {
    return style === 'ladder'
      ? [...legend(scene.mode), ...drawing.head()]
      : drawing.head();
  }
}

/** Returns the verdict. Throws if it is not as expected: a page never shows such a run. */
function expected({ ok, line }: Finding): string {
  if (ok) return line;
  throw new Error(`not for a page: ${line}`);
}

/** Returns a scene as a Mermaid sequence diagram. */
export async function sequence(place: string): Promise<string> {
  const { demo, scene } = sceneAt(place);
  const program = programOf(demo);
  const { recorder } = await play({ scene, world: worldFor(program), program });
  return mermaid(recorder.events, {
    lanes: participants(scene, program),
    mode: scene.mode,
  });
}

/** Returns a table of every scene of a demo with the question that it answers and its verdict. */
export async function sceneTable(demo: string): Promise<string> {
  const rows = ['| scene | what it answers | how it ends |', '|---|---|---|'];
  for (const scene of scenesOf(demo)) {
    const program = programOf(demo);
    const { finding } = await play({ scene, world: worldFor(program), program });
    const line = expected(finding).replace('verdict: ', '');
    const name = `[\`${scene.name}\`](${labAt(`${demo}/${scene.name}`)})`;
    rows.push(`| ${name} | ${questionOf(scene)} | ${line} |`);
  }
  return [inTheLab, '', ...rows].join('\n');
}

/** The names are links to the reader's own machine. */
const inTheLab =
  'While `npm run lab` runs, each name opens its scene in [the lab](lab.md).';
const labAt = (fragment: string): string => `http://127.0.0.1:${port}/#${fragment}`;

/** Returns the title of a scene if it is a question, and otherwise the first question that the scene asks. */
function questionOf({ name, steps, title }: Scene): string {
  const asked = steps.flatMap(step => (step.do === 'ask' ? [step.text] : []));
  const question = [title, ...asked].find(text => text.endsWith('?'));
  if (question) return question;
  throw new Error(`scene ${name} asks no question: neither its title nor a line "??"`);
}
