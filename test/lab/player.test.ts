import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../lab/bundle.ts';
import type { LabRun } from '../../lab/engine/lab-run.ts';
import { Player, type WorkerLike } from '../../lab/engine/player.ts';
import { catalogue, played } from './catalogue.ts';

const { text: script } = await bundle('lab/engine/worker.ts', { format: 'iife' });

/** Node's worker has other words for the same. */
const asBrowser = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = answer => parentPort.postMessage(answer);
parentPort.on('message', data => globalThis.onmessage({ data }));
`;

function startWorker(): WorkerLike & { ended: boolean } {
  const worker = new Worker(asBrowser + script, { eval: true });
  const like: WorkerLike & { ended: boolean } = {
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: question => worker.postMessage(question),
    terminate() {
      like.ended = true;
      void worker.terminate();
    },
  };
  worker.on('message', data => like.onmessage?.({ data } as never));
  worker.on('error', error => like.onerror?.(error as never));
  worker.unref();
  return like;
}

/** Answers immediately: a real worker may take longer than a deadline to start on a busy machine. */
function answering(data: LabRun): WorkerLike {
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: () => worker.onmessage?.({ data } as never),
    terminate() {},
  };
  return worker;
}

/** Heartbeats for three years. */
const endless = {
  demo: 'udp',
  scene: 'endless',
  text: 'title: Endless\nmode: full-duplex\n\nalice connects\n99999999s pass\nverdict full-duplex\n',
};
const good = { demo: 'simplex', scene: 'one-way' };
const finding = (await played(good)).finding;

describe('the player', () => {
  it('plays in a worker, again and again', async () => {
    const player = new Player(startWorker, catalogue);
    expect((await player.play(good))?.finding).toEqual(finding);
    expect((await player.play({ ...good, link: { chop: 1 } }))?.finding).toEqual(
      finding,
    );
  });

  it('ends a run that never ends, and plays the next', async () => {
    const stuck = startWorker();
    const workers: WorkerLike[] = [stuck, answering(await played(good))];
    const start = () => workers.shift() as WorkerLike;
    const player = new Player(start, catalogue, { run: 200, overtaken: 500 });
    const run = await player.play(endless);
    expect(run?.problem).toEqual({
      words: 'this takes over 0.2 s, so the lab has ended it',
    });
    expect(stuck.ended).toBe(true);
    expect((await player.play(good))?.finding).toEqual(finding);
  });

  it('ends a run that a newer one has overtaken', async () => {
    const player = new Player(startWorker, catalogue, { run: 60_000, overtaken: 50 });
    const [old, between, newest] = await Promise.all([
      player.play(endless),
      player.play(endless),
      player.play(good),
    ]);
    expect([old, between]).toEqual([undefined, undefined]);
    expect(newest?.finding).toEqual(finding);
  });

  it('says so if its worker fails', async () => {
    const start = (): WorkerLike => {
      const worker: WorkerLike = {
        onmessage: null,
        onerror: null,
        postMessage: () => worker.onerror?.(undefined as never),
        terminate() {},
      };
      return worker;
    };
    const run = await new Player(start, catalogue).play(good);
    expect(run?.problem?.words).toBe('the lab cannot play this: its worker failed');
  });
});
