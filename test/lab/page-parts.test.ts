import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { playState } from '../../lab/engine/play-state.ts';
import { rolesOf } from '../../lab/engine/roles.ts';
import type { LabState } from '../../lab/engine/state.ts';
import { frameBytes } from '../../lab/page/byte-cells.ts';
import { drawnPart, mostRows } from '../../lab/page/drawn-part.ts';
import { questionAt, saidAt, screensAt, shownAt } from '../../lab/page/moments.ts';
import { pictureOf } from '../../lab/page/picture.ts';
import { scaleFor } from '../../lab/page/scale.ts';
import { besideLine, lineOfEvent } from '../../lab/page/steps.ts';

interface Played {
  readonly run: LabRun;
  readonly text: string;
}

async function played(file: string, more: Partial<LabState> = {}): Promise<Played> {
  const [demo = '', name = ''] = file.split('/');
  const text = readFileSync(`demos/${demo}/scenes/${name}.scene`, 'utf8');
  return { run: await playState({ demo, scene: name, text, ...more }), text };
}

const look = { times: 1, gap: 200, newFrom: 0 };
const turns = 'half-duplex/1-taking-turns';
let half: Played;
let both: Played;
beforeAll(async () => {
  half = await played(turns);
  both = await played('p2p/1-both-at-once');
});

describe('the picture of the lab', () => {
  it('has a row for each event that has happened, and no other', () => {
    const { run } = half;
    const rows = run.moments.map((_, i) => pictureOf(run, shownAt(run, i), look).rows);
    expect(rows[0]).toEqual([]);
    expect(rows.at(-1)?.length).toBeGreaterThan(10);
    for (const [i, all] of rows.entries())
      expect(all.length).toBe(drawnPart(run, shownAt(run, i)).places.size);
  });

  it('is as high at the start as at the end', () => {
    const heightAt = (at: number) =>
      /role="group"/.test(pictureOf(half.run, at, look).markup) &&
      /height="(\d+)" role="group"/.exec(pictureOf(half.run, at, look).markup)?.[1];
    expect(heightAt(0)).toMatch(/^\d+$/);
    expect(heightAt(0)).toBe(heightAt(half.run.shown.length));
  });

  it('says of a message that has not arrived that it is under way', () => {
    const sent = half.run.shown.findIndex(({ what }) => what === 'sent');
    const { rows, markup } = pictureOf(half.run, sent + 1, look);
    expect(rows.at(-1)?.arrow.heard).toBe('stub');
    expect(markup).toContain('not arrived yet');
  });

  it('has the last events of a long run, and counts the others', () => {
    const [first] = half.run.shown;
    const shown = Array.from({ length: mostRows + 7 }, (_, i) => ({
      ...(first as (typeof half.run.shown)[0]),
      n: i + 1,
    }));
    const { rows, leftOut } = pictureOf({ ...half.run, shown }, shown.length, look);
    expect(rows.map(({ event }) => event.n)).toEqual(shown.slice(7).map(({ n }) => n));
    expect(leftOut).toBe(7);
  });

  it('fits its lanes into the room, and grows where there is much', () => {
    const at = (width: number, height?: number) =>
      scaleFor(half.run, { width, height, letters: 1 });
    expect(at(375).gap).toBe(235);
    expect(at(10).gap).toBe(118);
    expect(at(800, 300).times).toBe(1);
    expect(at(800, 5_000).times).toBe(1.25);
  });
});

describe('what belongs to a moment', () => {
  it('is what was said last, the screens, and the question', () => {
    const { run } = both;
    const at = run.moments.findIndex(({ is }) => is === 'question') + 1;
    expect(questionAt(run, at)).toMatch(/^Both want to speak now/);
    expect(questionAt(run, at + 1)).toBeUndefined();
    expect(saidAt(run, at + 1)).toMatch(/^Both want to speak now/);
    expect(screensAt(run, at).get('bob')?.at(-1)).toBe('* Paired with alice');
    expect(screensAt(run, 0).get('constructor')).toBeUndefined();
  });
});

describe('the line of an event', () => {
  const placeOf = ({ run }: Played, what: string, text: string) =>
    run.shown.findIndex(event => event.what === what && event.text === text);

  it('is the line of the speaker, also among those who speak together', () => {
    const lineOf = (text: string) =>
      lineOfEvent(both.run, both.text, placeOf(both, 'sent', text));
    expect(both.text.split('\n')[Number(lineOf('Tea at four?')) - 1]).toBe(
      '  alice says Tea at four?',
    );
    expect(both.text.split('\n')[Number(lineOf('Are you free?')) - 1]).toBe(
      '  bob says Are you free?',
    );
  });

  it('has lines beside it that do something', () => {
    const text = ['title: x', '', 'a connects', '-- b', '?? c', '# d', '', 'a says e'];
    expect(besideLine(text.join('\n'), 8, -1)).toBe(3);
    expect(besideLine(text.join('\n'), 3, 1)).toBe(8);
    expect(besideLine(text.join('\n'), 8, 1)).toBeUndefined();
  });
});

describe('the bytes of an event', () => {
  it('have roles, and the borders of chunks and of the frame', async () => {
    const { run } = await played(turns, { framing: 'netstring', link: { chop: 3 } });
    const heard = run.events.find(
      ({ what, text }) => what === 'received' && text === 'Just testing.',
    );
    expect(heard).toBeDefined();
    if (heard === undefined) return;
    const found = frameBytes(run.events, heard, rolesOf(run));
    expect(found?.spans.map(({ role }) => role)).toEqual([
      'length',
      'payload',
      'check',
    ]);
    expect(
      found?.cells.map(({ before, text, after }) => before + text + after).join(''),
    ).toBe('|[13:|Jus|t t|est|ing|.,]');
    expect(found?.chunks).toBe(6);
    expect(found?.more).toBe(0);
  });

  it('are none for an event without', () => {
    const [opened] = half.run.events;
    expect(opened && frameBytes(half.run.events, opened, undefined)).toBeUndefined();
  });
});
