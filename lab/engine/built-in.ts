import type { Catalogue } from './catalogue.ts';

/** The catalogue of the built page. lab/build.ts fills it in, because a browser reads no files. */
export const builtIn: Catalogue = [];
