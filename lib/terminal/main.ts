import { mainDoor } from '../scene/world/program.ts';
import { type Command, obey } from './flags/command.ts';
import {
  type Choice,
  type ClientChosen,
  lessonOptions,
  optionsOf,
  type ServerChosen,
} from './flags/options.ts';
import type { Course } from './play/course.ts';
import type { SceneChosen } from './play/scenes.ts';
import type { Demo } from './programs/demo.ts';

// A command loads its modules when it is chosen: a server does not need the scenes' player, a client
// needs neither of them, and `--help` needs none of the three (test/house/house.test.ts).

/** The command line of a demo: its scenes, which are in that folder, its server, its client. */
export const main = (demo: Demo, scenes: URL, args: readonly string[]): Promise<void> =>
  obey(demo, commandsOf(demo, scenes), args);

/** The command line of a demo that has lessons, but no server and no client. */
export const teach = (course: Course, args: readonly string[]): Promise<void> =>
  obey(course, [lessonsOf(course)], args);

export const lessonsOf = (course: Course): Command => ({
  name: '',
  about: 'play scenes here',
  options: lessonOptions,
  faults: 'stream',
  go: async (chosen: Choice & { readonly seed: number }) =>
    (await import('./play/lessons.ts')).playLessons(course, chosen),
});

export function commandsOf(demo: Demo, folder: URL): [Command, ...Command[]] {
  const { scenes, server, client } = optionsOf(demo);
  const { faults } = mainDoor(demo);
  return [
    {
      name: '',
      about: `play scenes here, over real ${faults === 'datagrams' ? 'UDP' : 'TCP'}`,
      options: scenes,
      faults,
      go: async (chosen: SceneChosen) =>
        chosen.list
          ? (await import('./play/list-scenes.ts')).listScenes(demo, folder)
          : (await import('./play/scenes.ts')).playScenes(demo, folder, chosen),
    },
    {
      name: 'server',
      about: `run the ${demo.server}`,
      options: server,
      faults,
      go: async (chosen: ServerChosen) =>
        (await import('./programs/run-server.ts')).runServer(demo, chosen),
    },
    {
      name: 'client',
      about: 'connect to the server as a client',
      options: client,
      faults,
      go: async (chosen: ClientChosen) =>
        (await import('./programs/run-client.ts')).runClient(demo, chosen),
    },
  ];
}
