import type { Spectator } from '../../scene/play/play.ts';
import type { Scene } from '../../scene/script/scene.ts';
import { talkOf } from '../../scene/script/talk.ts';
import { mainDoor } from '../../scene/world/program.ts';
import { HexDump } from '../../view/bytes/hex-dump.ts';
import { legend } from '../../view/ladder/legend.ts';
import { screenBeside } from '../../view/looks.ts';
import { styleFor, viewIn } from '../../view/style.ts';
import { plainPaint } from '../../view/text/paint.ts';
import { fold, foldParts, spread } from '../fold.ts';
import { columnsHere, width } from '../line/window.ts';
import { asciiOnly, colours, print, strong } from '../output.ts';
import type { Demo } from '../programs/demo.ts';
import { keysOf } from './menu.ts';
import { narrator, stepTime } from './narrator.ts';
import type { Pace } from './pace.ts';

export interface ShowOptions {
  readonly demo: Demo;
  readonly scene: Scene;
  /** `scene 1 of 9`. */
  readonly place: string;
  readonly pace: Pace;
  readonly plain: boolean;
  readonly ascii: boolean;
  readonly wire: boolean;
  /** Whether to wait for a key at every event. */
  readonly step: boolean;
}

/** Shows a scene as it is played, at a pace that a person can follow. */
export function showScene(options: ShowOptions, names: readonly string[]): Spectator {
  const { demo, scene, pace, plain, wire, step } = options;
  const inWords = plain || styleFor(columnsHere(), names.length) === 'plain';
  const ascii = options.ascii || asciiOnly();
  const look = { ascii, paint: plain ? plainPaint : colours };
  const picture = viewIn(
    { columns: columnsHere, plain },
    {
      ...look,
      mode: scene.mode,
      lanes: names,
      words: talkOf(scene, demo),
      aside: screenBeside(scene.mode, demo.server),
    },
  );
  const bytes = new HexDump({
    ...look,
    width,
    datagrams: mainDoor(demo).faults === 'datagrams',
  });
  const { narration, question, rest } = narrator(pace, step, stepTime(scene));

  return {
    async begins(address) {
      pace.begin();
      for (const line of heading(options, address, inWords, ascii)) print(line);
      for (const line of picture.head()) print(line);
    },
    narration,
    question,
    async events(batch) {
      const rows = picture.draw(batch);
      for (const row of rows) {
        print(row);
        await rest(rows.length);
      }
      if (wire) for (const row of bytes.draw(batch)) print(row);
    },
  };
}

function heading(
  { demo, scene, place, pace }: ShowOptions,
  address: string,
  inWords: boolean,
  ascii: boolean,
): string[] {
  const title = `demo:${demo.name}   ${place}: ${scene.title}`;
  const keys = keysOf(pace);
  if (inWords)
    return [
      ...fold(`${title} (${over(demo)} ${address})`, '    '),
      ...keys.flatMap(text => foldParts(text)),
    ];
  const signs = legend(scene.mode, { ascii }).join('   ');
  const [first = '', ...second] = spread(title, signs);
  const third = keys.flatMap(line => spread(line, `${over(demo)} ${address}`));
  return [strong(first), ...second, ...third];
}

const over = (demo: Demo): string => mainDoor(demo).name;
