import { runClient } from './client.ts';
import { type Command, obey } from './command.ts';
import type { Course } from './course.ts';
import type { Demo } from './demo.ts';
import { playLessons } from './lessons.ts';
import { clientOptions, lessonOptions, sceneOptions, serverOptions } from './option.ts';
import { playScenes } from './scenes.ts';
import { runServer } from './server.ts';

/** The command line of a demo: its scenes, its server, its client. */
export const main = (demo: Demo, args = process.argv.slice(2)): Promise<void> =>
  obey(demo, commandsOf(demo), args);

/** The command line of a demo that has lessons, and nobody who serves or calls. */
export const teach = (course: Course, args = process.argv.slice(2)): Promise<void> => {
  const lessons: Command = {
    name: '',
    about: 'play scenes in this terminal',
    options: lessonOptions,
    go: flags => playLessons(course, flags),
  };
  return obey(course, [lessons], args);
};

function commandsOf(demo: Demo): [Command, ...Command[]] {
  const { port, program, caller, serverOptions: own, web } = demo;
  return [
    {
      name: '',
      about: 'play scenes in this terminal, over real TCP',
      options: sceneOptions,
      go: flags => playScenes(demo, flags),
    },
    {
      name: 'server',
      about: `run the ${program.server}`,
      options: { ...own, ...serverOptions(port, web?.port) },
      go: flags => runServer(demo, flags),
    },
    {
      name: 'client',
      about: 'be one of its callers',
      options: clientOptions(port, program.asksName ? undefined : caller),
      go: flags => runClient(demo, flags),
    },
  ];
}
