// The room as its command runs it, with its page, through the WebSocket door.

import { shipped } from './shipped.ts';

await shipped('demo:websocket', '--tcp-port', '0');
