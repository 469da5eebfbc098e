// The room as its command runs it, over TCP.

import { shipped } from './shipped.ts';

await shipped('demo:p2m');
