import { execFileSync } from 'node:child_process';

const limit = `
import resource, sys
pid, most = map(int, sys.argv[1:])
resource.prlimit(pid, resource.RLIMIT_NOFILE, (most, most))
`;

/** From now on a process that has loaded all its files may open no more than that number. */
export function leaveDescriptors(pid: number, most: number): void {
  execFileSync('python3', ['-c', limit, String(pid), String(most)]);
}
