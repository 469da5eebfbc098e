import type { Web } from '../../lib/terminal/index.ts';

export const watch: Web['watch'] = () => () => undefined;
