import { type FramingName, framingNames } from '../../framing/framings.ts';
import {
  type Options,
  oneOf,
  onOff,
  type Values,
  whole,
  word,
} from '../../options/option.ts';
import { mainDoor, ownFirst } from '../../scene/world/program.ts';
import type { Door } from '../../transport/door.ts';
import { doors, doorsInPlaceOf } from '../../transport/doors.ts';
import { faultOptions } from '../../transport/faults/options.ts';
import { units } from '../../transport/faults/table.ts';
import { type HostPort, portOption } from '../../transport/tcp/options.ts';
import type { Demo } from '../programs/demo.ts';

export const drawing = {
  ascii: onOff('use plain ASCII for pictures and the verdict'),
  plain: onOff('print one sentence per event: no drawing, no colour'),
  help: onOff('show this help'),
};

export const recording = {
  wire: onOff('show the raw bytes: | between chunks, [ ] around frames'),
  trace: word(
    'FILE',
    'save the record; FILE ends in .jsonl, .mmd (Mermaid), .svg or .html',
  ),
};

const draw = onOff('draw what is said as it happens, and judge it at the end');

/** The flags of every command of a demo. */
const everywhere = (door: Door): Options => ({
  ...(door.codec === undefined && {
    framing: oneOf(
      'NAME',
      framingNames,
      'message format; must be the same at both ends',
      'lines',
    ),
  }),
  ...recording,
  ...drawing,
  ...faultOptions(door.faults),
});

/** The values of all flags, including the faults of the link, by their names. */
export type Chosen = Values &
  Values<typeof drawing & typeof recording> & { readonly framing?: FramingName };

export type ServerChosen = Chosen &
  HostPort & {
    readonly draw: boolean;
    readonly maxMessage: number;
    readonly maxConnections: number;
  };

export type ClientChosen = Chosen & HostPort & { readonly name: string | undefined };

const choice = {
  list: onOff('list the scenes'),
  scene: word('NAME', 'play the scene NAME, or a file: ./my.scene'),
  all: onOff('play all scenes'),
  step: onOff('wait for a key after every event'),
};

/** What to play, and how to show it. */
export type Choice = Values<typeof choice & typeof drawing>;

export const lessonOptions = {
  ...choice,
  // A lesson is a program of ours: there is no file of one's own to play.
  scene: word('NAME', 'play the scene NAME'),
  seed: whole(
    units.number.value,
    units.number.range,
    'seed the random numbers: the same seed, the same run',
    1,
  ),
  ...drawing,
};

/** The flags of a demo's three commands. */
export function optionsOf(demo: Demo) {
  const door = mainDoor(demo);
  const shared = everywhere(door);
  const name = nameOption(demo, door);
  return {
    scenes: { ...choice, ...alsoInScenes(demo), ...shared },
    server: { ...ownFirst(demo.options, serverPlace(demo, door)), draw, ...shared },
    client: { name, ...clientPlace(demo, door), ...shared },
  } satisfies Record<string, Options>;
}

const alsoInScenes = ({ alsoInScenes: names = [], options }: Demo): Options =>
  Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));

/** The usual port of a demo's main door. */
export const mainPort = (demo: Demo): number => Object.values(demo.doors)[0] ?? 0;

/** The flags for a server's address. */
function serverPlace(demo: Demo, main: Door): Options {
  if (demo.page?.at === 'port') return pagePlace(demo, main);
  const { host, port, ...more } = main.server(mainPort(demo)) as PlaceOptions;
  const place = { host, port, ...(demo.page && { pagePort }) };
  return { ...place, ...inPlaceOf(main, 'host', 'port', 'keepAlive'), ...more };
}

const pagePort = whole(
  'N',
  [0, 65_535],
  'serve the page of the room too, at port N; 0 means any free port',
);

/** The same if `--port` is for the page. */
function pagePlace(demo: Demo, main: Door): Options {
  const { host, port, ...more } = doors.websocket.server(demo.doors.websocket ?? 0);
  const tcpPort = portOption(mainPort(demo), 0, ' for lines over TCP');
  return { host, port, tcpPort, ...inPlaceOf(main, 'tcpPort'), ...more };
}

type PlaceOptions = ReturnType<typeof doors.websocket.client>;

const clientPlace = (demo: Demo, main: Door): Options => ({
  ...main.client(mainPort(demo)),
  ...inPlaceOf(main, 'host', 'port'),
});

/** The flags of doors that may replace this one. They exclude those of its flags that they make useless. */
function inPlaceOf(main: Door, ...excludes: readonly string[]): Options {
  const options = doorsInPlaceOf(main).flatMap(door => Object.entries(door.client(0)));
  return Object.fromEntries(
    options.map(([name, option]) => [name, { ...option, excludes }]),
  );
}

/** The flag `--name`. It has no default if the server asks for a name. */
function nameOption({ asksName, caller }: Demo, { faults }: Door) {
  if (faults === 'datagrams')
    return word(
      'NAME',
      `your name in the room (default: you are asked for it; a pipe has the name ${caller})`,
    );
  return asksName === undefined
    ? word('NAME', 'your name in the record', caller)
    : word('NAME', 'your name (you are asked if you leave it out)');
}
