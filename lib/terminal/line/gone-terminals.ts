import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * When Node ends, it resets the modes of its terminals, and aborts if one has gone because its window was
 * closed. So a terminal that has gone is closed first.
 */
export function closeGoneTerminals(): void {
  const terminals = [0, 1, 2].filter(fd => isatty(fd));
  process.on('exit', () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}
