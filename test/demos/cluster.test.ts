import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { demo } from './program.ts';
import { call } from './raw.ts';
import { webMember } from './web-member.ts';

describe.concurrent('a node of demo:cluster', () => {
  it('has a page for its room beside the door for lines', async test => {
    const node = demo(test, 'cluster', 'server --port 0 --page-port 0');
    const [, port, page] = await node.out.until(
      /^listening on 127\.0\.0\.1:(\d+)\nlistening on 127\.0\.0\.1:(\d+)\nopen .+\n$/,
    );
    expect(node.out.text).toContain(
      `\nopen http://127.0.0.1:${page}, or: nc 127.0.0.1 ${port}\n`,
    );
    const alice = await webMember(test, Number(page), 'alice');
    const bob = await call(test, Number(port));
    bob.write('bob\n');
    await bob.heard.until('* In the room: alice, bob\n');
    alice.socket.send('from the page');
    await bob.heard.until('[alice] from the page\n');
    bob.write('from nc\n');
    await alice.heard.until('[bob] from nc\n');
    const html = await (await fetch(`http://127.0.0.1:${page}/`)).text();
    expect(html).toContain('This is one node of a room that may span several');
    node.signal('SIGTERM');
    await alice.heard.until('* The room closes\n');
    expect(await node.ended).toBe(0);
  });

  it('has no page by default', async test => {
    takesLong(test);
    const node = demo(test, 'cluster', 'server --port 0');
    await node.out.until(/^listening on 127\.0\.0\.1:\d+\n/);
    node.signal('SIGTERM');
    expect(await node.ended).toBe(0);
    expect(node.out.text).toMatch(/^listening on 127\.0\.0\.1:\d+\n$/);
  });

  it('does not open both doors at one port', async test => {
    takesLong(test);
    const clash = demo(test, 'cluster', 'server --page-port 9010');
    expect(await clash.ended).toBe(2);
    expect(clash.err.text).toBe(
      'demo:cluster: --page-port and --port are both 9010: choose two different ports\n',
    );
  });
});
