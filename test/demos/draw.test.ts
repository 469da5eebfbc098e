import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { demo, inTerminal } from './program.ts';
import { call } from './raw.ts';

describe.concurrent('a server at a terminal', () => {
  it('says how to join, and who comes and goes', async test => {
    const room = inTerminal(test, ['p2m', 'server --port 0']);
    const [, port] = await room.out.until(/listening on 127\.0\.0\.1:(\d+)/);
    await room.out.until(`join: npm run demo:p2m -- client --port ${port}`);
    await room.out.until(`  or: nc 127.0.0.1 ${port}`);
    const nobody = await call(test, Number(port));
    nobody.end();
    await nobody.all;
    const caller = await call(test, Number(port));
    caller.write('alice\n');
    await room.out.until('* alice has connected');
    caller.end();
    await room.out.until('* alice has left');
    expect(room.out.text).not.toContain('member 1');
  });

  it.for(['p2p', 'udp', 'websocket'])(
    'names who comes and goes: %s',
    async (mode, test) => {
      takesLong(test);
      const second = mode === 'websocket' ? ' --tcp-port 0' : '';
      const room = inTerminal(test, [mode, `server --port 0${second}`]);
      const [, port] = await room.out.until(/nc (?:-u )?127\.0\.0\.1 (\d+)[\s,]/);
      const alice = demo(test, mode, `client --port ${port} --name alice`, {
        input: 'open',
      });
      await room.out.until('* alice has connected');
      alice.endInput();
      await room.out.until('* alice has left');
    },
  );
});

describe.concurrent('server --draw', () => {
  it('tells what it sees as it happens, and at Ctrl-C what that alone proves', async test => {
    const room = demo(test, 'p2m', 'server --port 0 --draw');
    const [, port] = await room.out.until(/^listening on 127\.0\.0\.1:(\d+)/);
    const alice = await call(test, Number(port));
    alice.write('alice\n');
    await alice.heard.until('* In the room: alice\n');
    const bob = await call(test, Number(port));
    bob.write('bob\nTea?\n');
    await alice.heard.until('[bob] Tea?\n');
    await room.out.until(/ room hears from member 2: Tea\?\n/);
    await room.out.until(/ room says to member 1: \[bob\] Tea\?/);
    room.signal('SIGINT');
    expect(await room.ended).toBe(0);
    expect(room.err.text).toBe(
      "verdict: full-duplex · undecided: only the room's record is here; add the other end's\n",
    );
  });

  it('draws a ladder at a terminal', async test => {
    takesLong(test);
    const station = inTerminal(test, ['half-duplex', 'server --port 0 --draw']);
    const [, port] = await station.out.until(/listening on 127\.0\.0\.1:(\d+)/);
    const caller = await call(test, Number(port));
    caller.write('Is anybody there?\n');
    await station.out.until(/^ +caller 1 +station/m);
    await station.out.until(/─ Is anybody there\? ─+▶/);
  });

  it.for([
    ['half-duplex', '--operator', 1],
    ['half-duplex', '', 2],
    ['simplex', '', 1],
  ] as const)('prints each message once: %s %s', async ([mode, flag, times], test) => {
    takesLong(test);
    const station = inTerminal(test, [mode, `server --port 0 --draw ${flag}`]);
    const [, port] = await station.out.until(/listening on 127\.0\.0\.1:(\d+)/);
    const caller = await call(test, Number(port));
    caller.write('Is anybody there?\n');
    await station.out.until(/─ Is anybody there\? ─+▶/);
    if (flag === '--operator') await station.out.until(/ caller 1 has|station's turn/);
    caller.end();
    await station.out.until(/╌ FIN ╌+▶/);
    // The station repeats the words in capitals.
    expect(station.out.text.match(/is anybody there/gi)).toHaveLength(times);
  });
});
