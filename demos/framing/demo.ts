// The lessons of lib/framing, live: `npm run demo:framing`. Each is a file in lessons/.

import { teach } from '../../lib/terminal/main.ts';
import { framingCourse } from './lessons.ts';

await teach(framingCourse);
