import { expect, it } from 'vitest';
import { QueueMeter } from '../../lib/scene/play/queue-meter.ts';

it('tells how a queue grew, each time that it had doubled', () => {
  const meter = new QueueMeter('carol');
  [0, 4_096, 5_000, 8_192, 12_000, 70_000].forEach((bytes, count) => {
    meter.note(bytes, count);
  });
  expect(meter.told(6)).toBe(
    'The queue for carol: 4 KiB after 1, 8 KiB after 3, 68 KiB after 5 messages, and after 6 it was over its limit.',
  );
});

it('has nothing to tell of a queue that was always empty', () => {
  const meter = new QueueMeter('carol');
  meter.note(0, 1);
  expect(meter.told(1)).toBe(undefined);
});
