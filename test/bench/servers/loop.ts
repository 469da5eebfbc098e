// The plain room, with a write for each message and member.

import { shipped } from './shipped.ts';

await shipped('demo:p2m', '--fan-out', 'loop');
