import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { demo, type Options, recordFile, server, type Test } from './program.ts';
import { call } from './raw.ts';

/** From the signal to the end, at most, in milliseconds of the server's own time. */
const soon = 2_000;

/** A caller who does not go by itself: the server has to wait for it, and keeps its record after that. */
async function withCaller(test: Test, first?: Options['first']) {
  const file = recordFile(test, 'jsonl');
  const options = first && { first };
  const station = await server(test, 'half-duplex', `--trace ${file}`, options);
  const caller = await call(test, station.port);
  caller.write('hello\n');
  await caller.heard.until('[station] HELLO\n');
  return {
    station,
    caller,
    kept: `verdict: half-duplex · undecided: only the station's record is here; add the other end's · record: ${file}\n`,
  };
}

describe.concurrent('a server', () => {
  it('says where it listens, not a word more, and stays up when its input ends', async test => {
    const station = await server(test, 'half-duplex', '', { input: 'open' });
    expect(station.out.text).toMatch(/^listening on 127\.0\.0\.1:\d+\n$/);
    station.endInput();
    const caller = await call(test, station.port);
    caller.write('hello\n');
    await station.out.until('[caller 1] hello\n');
    expect(station.err.text).toBe('');
  });

  it('takes no call that its operator cannot answer', async test => {
    takesLong(test);
    const station = await server(test, 'half-duplex', '--operator');
    await station.out.until('* End of input: callers now hear that nobody answers');
    const caller = await call(test, station.port);
    expect(await caller.all).toBe('! Nobody answers: the operator has left\n');
    station.signal('SIGTERM');
    expect(await station.ended).toBe(0);
  });

  it('says goodbye at SIGTERM, and ends with 0', async test => {
    const { station, caller } = await withCaller(test, 'own-time');
    station.signal('SIGTERM');
    expect(await caller.all).toBe('[station] HELLO\n* The station closes\n');
    await expect(call(test, station.port)).rejects.toThrow('ECONNREFUSED');
    expect(await station.ended).toBe(0);
    const [, took] = await station.err.until(/^own time: (\d+) ms\n$/m);
    expect(Number(took)).toBeLessThan(soon);
  });

  it.for(['SIGHUP', 'SIGQUIT'] as const)(
    'keeps its record and says goodbye at %s too',
    async (signal, test) => {
      takesLong(test);
      const { station, caller, kept } = await withCaller(test);
      station.signal(signal);
      expect(await caller.all).toBe('[station] HELLO\n* The station closes\n');
      caller.end();
      expect(await station.ended).toBe(0);
      expect(station.err.text).toBe(kept);
    },
  );

  it('does so when nobody reads its output any more', async test => {
    takesLong(test);
    const { station, caller, kept } = await withCaller(test);
    station.child.stdout?.destroy();
    caller.write('anybody?\n');
    expect(await caller.all).toContain('* The station closes\n');
    caller.end();
    expect(await station.ended).toBe(0);
    expect(station.err.text).toBe(kept);
  });

  it('can be stopped as soon as it says that it listens', async test => {
    takesLong(test);
    const servers = Array.from({ length: 3 }, async () => {
      const station = await server(test, 'half-duplex');
      station.signal('SIGTERM');
      expect(await station.ended).toBe(0);
    });
    await Promise.all(servers);
  });

  it('does not take one Ctrl-C, delivered twice, for two', async test => {
    takesLong(test);
    // Directly after one another, by its clock: on a busy machine the second comes late.
    const { station, caller, kept } = await withCaller(test, 'slow-clock');
    station.signal('SIGINT');
    station.signal('SIGTERM');
    expect(await caller.all).toBe('[station] HELLO\n* The station closes\n');
    caller.end();
    expect(await station.ended).toBe(0);
    expect(station.err.text).toBe(kept);
  });

  it('ends immediately at the second signal', async test => {
    // One that would wait for its caller for good: only the second signal ends it.
    const { station, caller } = await withCaller(test, 'patient');
    station.signal('SIGINT');
    await caller.heard.until('* The station closes\n');
    const again = setInterval(() => station.signal('SIGINT'), 20);
    expect(await station.ended).toBe(0);
    clearInterval(again);
    expect(station.err.text).toBe('');
  });

  it('names the port that another program has', async test => {
    takesLong(test);
    const { port } = await server(test, 'simplex');
    const second = demo(test, 'half-duplex', `server --port ${port}`);
    expect(await second.ended).toBe(1);
    expect(second.out.text).toBe('');
    expect(second.err.text).toBe(
      `demo:half-duplex: cannot listen on 127.0.0.1:${port}: another program is already listening there. Stop it, or choose --port 0 for a free port\n`,
    );
  });

  it('tells one caller too many, and the limit', async test => {
    takesLong(test);
    const station = await server(test, 'half-duplex', '--max-connections 1');
    await call(test, station.port).then(first => first.write('hi\n'));
    await station.out.until('[caller 1] hi\n');
    const second = await call(test, station.port);
    expect(await second.all).toBe('! Full: try again later (1 at a time)\n');
  });

  it('tells its operator who is on the line, and when they have gone', async test => {
    takesLong(test);
    const station = await server(test, 'half-duplex', '--operator', { input: 'open' });
    const alice = await call(test, station.port);
    await station.out.until('* caller 1 is on the line\n');
    alice.write('hello\n');
    await station.out.until('[caller 1] hello\n');
    alice.end();
    await station.out.until('* caller 1 has ended: give one more answer, or /quit\n');
    station.type('bye\n');
    expect(await alice.all).toBe('[station] bye\n');
    const bob = await call(test, station.port);
    bob.write('hello\n');
    await station.out.until('[caller 2] hello\n');
    bob.reset();
    await station.out.until('* caller 2 is gone without an end\n');
    station.type('too late\n');
    await station.out.until('! Nobody is on the line\n');
  });
});
