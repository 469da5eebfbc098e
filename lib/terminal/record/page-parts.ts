import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PageParts } from '../../view/export/html.ts';

const folder = new URL('../../view/export/page/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/**
 * What a record's page is made of. Its script is written as the browser runs it, so nothing has to
 * be built.
 */
export const pageParts = (): PageParts => ({
  script: read('page.js'),
  css: ['page.css', 'entry.css', 'media.css'].map(read).join(''),
  hash: text => createHash('sha256').update(text).digest('base64'),
});
