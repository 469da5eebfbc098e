import { type Command, obey } from './flags/command.ts';
import { lessonOptions } from './flags/option.ts';
import { optionsOf } from './flags/options-of.ts';
import type { Course } from './play/course.ts';
import type { Demo } from './programs/demo.ts';

// What a command needs is loaded when it is chosen: a server has no use for the scenes' player, a client
// for neither, and `--help` for none of the three (test/house/house.test.ts).

/** The command line of a demo: its scenes, its server, its client. */
export const main = (demo: Demo, args = process.argv.slice(2)): Promise<void> =>
  obey(demo, commandsOf(demo), args);

/** The command line of a demo that has lessons, and nobody who serves or calls. */
export const teach = (course: Course, args = process.argv.slice(2)): Promise<void> => {
  const lessons: Command = {
    name: '',
    about: 'play scenes here',
    options: lessonOptions,
    go: async flags => (await import('./play/lessons.ts')).playLessons(course, flags),
  };
  return obey(course, [lessons], args);
};

function commandsOf(demo: Demo): [Command, ...Command[]] {
  const { program } = demo;
  const { scenes, server, client } = optionsOf(demo);
  return [
    {
      name: '',
      about: `play scenes here, over real ${program.byDatagram ? 'UDP' : 'TCP'}`,
      options: scenes,
      go: async flags => (await import('./play/scenes.ts')).playScenes(demo, flags),
    },
    {
      name: 'server',
      about: `run the ${program.server}`,
      options: server,
      go: async flags =>
        (await import('./programs/run-server.ts')).runServer(demo, flags),
    },
    {
      name: 'client',
      about: 'be one of its callers',
      options: client,
      go: async flags =>
        (await import('./programs/run-client.ts')).runClient(demo, flags),
    },
  ];
}
