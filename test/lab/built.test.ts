import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { labSite } from '../../lab/build.ts';
import { takesLong } from '../long.ts';

it('the built lab is small, needs no other server, and works at any path', async test => {
  takesLong(test);
  const site = await labSite();
  const files = [...site].filter(([path]) => path !== '/');
  const sizes = files.map(([, { body }]) => gzipSync(body).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400 * 1_024);
  const html = site.get('/')?.body ?? '';
  const named = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(
    ([, to]) => to ?? '',
  );
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter(to => !site.has(`/${to}`))).toEqual([]);
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
  const script = files.find(([path]) => path.startsWith('/assets/main-'))?.[1].body;
  const [, worker] = /"(worker-[0-9a-f]{10}\.js)"/.exec(script ?? '') ?? [];
  expect(site.has(`/assets/${worker}`)).toBe(true);
  expect(site.get('/licences.txt')?.body).toContain('@codemirror/view');
});
