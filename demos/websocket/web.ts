import type { Web } from '../../lib/terminal/programs/demo.ts';
import { watch } from '../../lib/watch/watch.ts';
import { site } from './site.ts';

/** The room's page. */
export const web: Web = { site: longest => site(longest), watch };
