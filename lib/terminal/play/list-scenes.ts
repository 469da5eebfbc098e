import type { Demo } from '../programs/demo.ts';
import { list } from './menu.ts';
import { sceneFiles } from './scene-files.ts';

/** `--list`: the scenes of a folder, without what plays them. */
export const listScenes = ({ name }: Demo, folder: URL): true =>
  list(name, sceneFiles(folder));
