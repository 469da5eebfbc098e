import { describe, it } from 'vitest';
import { takesLong } from '../long.ts';
import { demoCommand } from './program.ts';
import { call } from './raw.ts';
import { onScreen } from './screen.ts';

const wide = { columns: 100, rows: 40 };
const narrow = 64;

describe.concurrent('when the window changes its width', () => {
  it('a scene goes on at that width, under a new heading', async test => {
    takesLong(test);
    const { screen, type, resize } = onScreen(
      test,
      demoCommand('simplex', '--step'),
      wide,
    );
    await screen.until('q = leave');
    for (const row of ['FIN', 'connects', 'hear nothing', 'Michael', 'Tracy'])
      await screen.until(row).then(() => type(' '));
    await screen.until('[space]');
    resize(narrow);
    type(' ');
    await screen.until('-- No.');
    type(' ');
    // The first heading is wider than the window now: it is in two rows.
    await screen.until(/-- No\.[\s\S]*\n +sender +receiver +its screen/);
    type('a');
    await screen.until(/its screen\n.*─ Sarah ─+▶● 10/);
    await screen.until('[exit 0, sane]');
  });

  it('so does the picture of a server', async test => {
    takesLong(test);
    const { screen, resize } = onScreen(
      test,
      demoCommand('simplex', 'server --port 0 --draw'),
      wide,
    );
    const [, port] = await screen.until(/listening on 127\.0\.0\.1:(\d+)/);
    const sender = await call(test, Number(port));
    await screen.until('connects');
    resize(narrow);
    // A window and a socket are heard of in no particular order.
    for (let word = 0; word < 200; word++) {
      sender.write(`Word${word}\n`);
      await screen.until(`─ Word${word} ─`);
      if (/\n +sender 1 +receiver\n.*─ Word/.test(screen.text)) return;
    }
    throw new Error(`no heading at the new width:\n${screen.text}`);
  });
});
