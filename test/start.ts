/**
 * How a program of ours is started: the folder, and what Node is told before the program's own arguments.
 * `first`: a file that its process loads before the program.
 */
export function start(file: string, first?: string): { cwd: string; args: string[] } {
  const cwd = process.env.DUPLEX_BUILT;
  const loads = (path: string) => ['--import', `./${path}`];
  if (cwd === undefined)
    return { cwd: '.', args: [...(first ? loads(first) : []), 'run.js', file] };
  const script = (path: string) => path.replace(/\.ts$/, '.js');
  return { cwd, args: [...(first ? loads(script(first)) : []), script(file)] };
}
