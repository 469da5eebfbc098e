import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Heard } from '../demos/heard.ts';
import { call } from '../demos/raw.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';

interface Test {
  onTestFinished(clean: () => void): void;
}

/** `npm run lab`, without npm. */
function lab(test: Test, ...words: string[]) {
  const child = spawn(process.execPath, ['run.js', 'lab/serve.ts', ...words]);
  test.onTestFinished(() => void child.kill('SIGKILL'));
  const [out, err] = [new Heard(), new Heard()];
  child.stdout.setEncoding('utf8').on('data', text => out.add(text));
  child.stderr.setEncoding('utf8').on('data', text => err.add(text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, out, err, ended };
}

describe.concurrent('npm run lab', () => {
  it('serves the lab on this machine only, and ends at Ctrl-C', async test => {
    takesLong(test);
    needs(test, 'signals to other programs');
    const program = lab(test, '--port', '0');
    const [, address = ''] = await program.out.until(/^open (http:\S+)\n/m);
    expect(program.out.text).toBe(
      `building the lab …\nlistening on ${address.slice(7)}\nopen ${address}\n`,
    );
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const page = await fetch(address);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; /,
    );
    const html = await page.text();
    const files = [...html.matchAll(/"(assets\/[^"]+)"/g)].map(([, file]) => file);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files)
      expect((await fetch(`${address}/${file}`)).status).toBe(200);
    expect((await fetch(`${address}/lab/serve.ts`)).status).toBe(404);
    const { port } = new URL(address);
    const stranger = await call(test, Number(port));
    stranger.write('GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    expect(await stranger.all).toContain('HTTP/1.1 403 Forbidden');
    const second = lab(test, '--port', port);
    expect(await second.ended).toBe(1);
    expect(second.err.text).toContain(
      `lab: cannot listen on 127.0.0.1:${port}: another`,
    );
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(program.err.text).toBe('');
  });

  it('ends at Ctrl-C while it builds', async test => {
    takesLong(test);
    needs(test, 'signals to other programs');
    const program = lab(test, '--port', '0');
    await program.out.until('building the lab …\n');
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(program.out.text).toBe('building the lab …\n');
  });

  it('says in one line what is wrong with its flags', async test => {
    const program = lab(test, '--prot', '0');
    expect(await program.ended).toBe(2);
    expect(program.err.text).toBe('lab: unknown flag --prot: did you mean --port?\n');
  });
});
