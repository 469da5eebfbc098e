import { describe, expect, it } from 'vitest';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { moveStep } from '../../lab/engine/move-step.ts';
import { rolesOf } from '../../lab/engine/roles.ts';
import { verdictUpTo } from '../../lab/engine/verdict-up-to.ts';
import { toJsonLines } from '../../lib/trace/jsonl.ts';
import { takesLong } from '../long.ts';
import { catalogue, played, states } from './catalogue.ts';

const turns = { demo: 'half-duplex', scene: 'taking-turns' };
const textOf = (name: string): string =>
  states.find(({ scene }) => scene === name)?.text ?? '';
const withoutFinding = ({ mode, events, rule }: LabRun) => ({ mode, events, rule });
const tooLong = 'the scene has over 1,048,576 characters';
const scene = (steps: string) =>
  `title: x\nmode: half-duplex\n\nalice connects\n${steps}verdict half-duplex\n`;
const lineOf = (text: string, words: string): number =>
  text.split('\n').findIndex(line => line.includes(words)) + 1;

describe('a run in the lab', () => {
  it('has a verdict at every moment, and at the last one that of the terminal', async () => {
    const run = await played(turns);
    const lines = run.moments.map(({ upTo }) => verdictUpTo(run, upTo).line);
    expect(lines[0]).toMatch(/^verdict: half-duplex · undecided: no message was heard/);
    expect(lines.some(line => line.includes('· kept · 2 heard in 2 turns'))).toBe(true);
    expect(lines.at(-1)).toBe(run.finding?.line);
  });

  it('asks the questions of the scene where they stand', async () => {
    const { moments } = await played({ demo: 'half-duplex', scene: 'both-wait' });
    const line = lineOf(textOf('both-wait'), '?? ');
    expect(moments.filter(({ is }) => is === 'question')).toMatchObject([{ line }]);
  });

  it('knows what each byte is for, in the framing that was chosen', async () => {
    for (const framing of ['lines', 'length', 'netstring']) {
      const run = await played({ ...turns, framing });
      const sent = run.events.find(({ what }) => what === 'chunk')?.bytes;
      const roles = rolesOf(run)?.(sent ?? new Uint8Array()).map(({ role }) => role);
      expect(roles?.sort()).toEqual(expected[framing]);
    }
    const udp = await played({ demo: 'udp', scene: 'twice' });
    expect(rolesOf(udp)).toBeUndefined();
  });

  const expected: Record<string, string[]> = {
    lines: ['delimiter', 'payload'],
    length: ['length', 'payload'],
    netstring: ['check', 'length', 'payload'],
  };

  it.each([
    { demo: 'p2m', scene: 'storm', link: { delay: 5, jitter: 90, chop: 3 } },
    {
      demo: 'udp',
      scene: 'sizes',
      link: { loss: 20, repeat: 20, reorder: 20, seed: 3 },
    },
    { demo: 'cluster', scene: 'one-log', link: { jitter: 50 } },
  ])('is the same every time: $demo on a bad link', async state => {
    const [one, other] = [await played(state), await played(state)];
    expect(toJsonLines(one.events)).toBe(toJsonLines(other.events));
    expect(one.moments).toEqual(other.moments);
  });

  it('keeps its verdict on a bad link, and shows its chunks', async () => {
    const [good, bad] = await Promise.all([
      played(turns),
      played({ ...turns, link: { chop: 1, delay: 20, jitter: 30, seed: 7 } }),
    ]);
    expect(bad.finding).toEqual(good.finding);
    expect(bad.events.length).toBeGreaterThan(2 * good.events.length);
  });
});

it('a run of too many events becomes one that a page can receive', async test => {
  takesLong(test);
  const flood = { demo: 'p2m', scene: 'slow-reader' };
  const [run, few] = await Promise.all([
    played({ ...flood, link: { chop: 32 } }),
    played(flood),
  ]);
  expect(run.events.length).toBeLessThanOrEqual(20_000);
  expect(run.moments).toHaveLength(few.moments.length);
  expect(run.moments.at(-1)?.upTo).toBe(run.events.length);
  expect(run.problem?.words).toMatch(/^\d+,\d{3} events are too many to show/);
  expect(run.finding?.line).toContain(' · ok · ');
  expect(verdictUpTo(withoutFinding(run), 1e6).line).toContain(' · shown · ');
});

describe('a scene that the reader changes', () => {
  it('turns the verdict when a message is moved before its turn', async () => {
    const text = textOf('eager').replace(
      'verdict not half-duplex',
      'verdict half-duplex',
    );
    const eager = await played({ demo: 'half-duplex', scene: 'eager', text });
    expect(eager.finding?.ok).toBe(false);
    expect(eager.finding?.line).toContain('VIOLATED');
  });

  it('shows no crossing when one of two messages is moved before the other', async () => {
    const text = textOf('both-at-once');
    const block = lineOf(text, 'at once:');
    const moved = moveStep(text, block + 1, block);
    const scene = { demo: 'p2p', scene: 'both-at-once' };
    const [before, after] = [
      await played(scene),
      await played({ ...scene, text: moved }),
    ];
    expect(before.finding).toMatchObject({ ok: true });
    expect(before.finding?.line).toContain('1 crossing');
    expect(after.finding).toMatchObject({ ok: false });
    expect(after.finding?.line).toContain('0 crossings');
  });

  it('does not go as written when a step is moved before its cause', async () => {
    const text = textOf('taking-turns');
    const hears = lineOf(text, 'hears [station] Yes');
    const moved = moveStep(text, hears, lineOf(text, 'says Is anybody there?'));
    const { problem, moments, events } = await played({ ...turns, text: moved });
    expect(problem?.line).toBe(lineOf(moved, 'hears [station] Yes'));
    expect(problem?.words).toMatch(/^expected alice to hear .* but nothing came/);
    expect(events.length).toBeGreaterThan(0);
    expect(moments.at(-1)?.upTo).toBe(events.length);
    // It goes on, to the end.
    expect(events.filter(({ what }) => what === 'ended')).toHaveLength(4);
  });

  it.each([
    [{ text: 'title: x\nmode: morse\n\nverdict x\n' }, { line: 2 }],
    [{ text: '' }, { line: 1 }],
    [{ text: scene('alice says x\\{99999}\n'.repeat(11)) }, { words: tooLong }],
    [{ text: scene('# \n'.repeat(400_000)) }, { words: tooLong }],
    [{ text: `${textOf('taking-turns')}\u001b[2J` }, { line: 21 }],
    [{ text: textOf('taking-turns').replace('\n\n', '\nserver: --nope\n\n') }, {}],
    [{ framing: 'morse' }, {}],
    [{ link: { loss: 10 } }, { line: 6 }],
    [{ demo: 'nope' }, {}],
    [{ demo: 'pitfalls' }, {}],
    [{ demo: '__proto__' }, {}],
    [{ scene: 'nope' }, {}],
  ])('has a problem, and no exception, with %#', async (change, problem) => {
    const run = await played({ ...turns, ...change });
    expect(run.problem).toMatchObject({ words: expect.any(String), ...problem });
    expect(run.finding).toBeUndefined();
  });
});

it('the catalogue has every demo of a mode, with its faults and framings', () => {
  const kinds = catalogue.map(({ name, faults, framings }) => [
    name,
    faults,
    framings.length,
  ]);
  expect(kinds).toEqual([
    ['simplex', 'stream', 3],
    ['half-duplex', 'stream', 3],
    ['p2p', 'stream', 3],
    ['p2m', 'stream', 3],
    ['udp', 'datagrams', 0],
    ['websocket', 'stream', 3],
    ['cluster', 'stream', 3],
  ]);
});
