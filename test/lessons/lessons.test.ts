import { describe, expect, it } from 'vitest';
import { framingCourse } from '../../demos/framing/demo.ts';
import { given, lessonOf } from '../../docs/generate/lessons.ts';
import { loopback } from '../../lib/transport/tcp/loopback.ts';
import { takesLong } from '../long.ts';
import { wrong } from './wrong.ts';

describe.concurrent('the lessons of framing', () => {
  // The page docs/framing-attacks.md has a table of all verdicts, and test/docs.test.ts plays them for it.
  const heavy = ['byte-by-byte', 'both-write', 'naive-rooms'];
  it.for(framingCourse.lessons)('$name holds what it claims', async (lesson, test) => {
    if (heavy.includes(lesson.name)) takesLong(test);
    const { finding } = await given(lesson);
    expect(finding).toMatchObject({ ok: true });
  });

  it.for(wrong)('%s convicts what %s', async ([name, program, play], test) => {
    if (program === 'keeps everything') takesLong(test);
    const { finding } = await given({ name, title: '', play });
    expect(finding).toMatchObject({ ok: false });
  });

  const overTcp = ['three-writes', 'two-writes', 'both-write', 'naive-rooms'];
  it.for(framingCourse.lessons.filter(({ name }) => overTcp.includes(name)))(
    '$name holds over TCP',
    async (lesson, test) => {
      if (heavy.includes(lesson.name)) takesLong(test);
      const { finding } = await given(lesson, { link: loopback });
      expect(finding).toMatchObject({ ok: true });
    },
  );

  it.for(wrong.filter(([name]) => overTcp.includes(name)))(
    '%s convicts over TCP what %s',
    async ([name, _program, play], test) => {
      if (heavy.includes(name)) takesLong(test);
      const { finding } = await given({ name, title: '', play }, { link: loopback });
      expect(finding).toMatchObject({ ok: false });
    },
  );

  it.each([2, 3, 12_345, 1_000_000_000])('draw other lots with seed %i', async seed => {
    const lottery = lessonOf('chunk-lottery');
    const { screen, finding } = await given(lottery, { seed });
    expect(finding.found).toContain(`200 times the same 3 messages (seed ${seed})`);
    expect(screen).not.toEqual((await given(lottery)).screen);
  });

  it('have each a wrong program to convict', () => {
    const convicted = new Set(wrong.map(([name]) => name));
    expect([...convicted]).toEqual(framingCourse.lessons.map(({ name }) => name));
  });
});
