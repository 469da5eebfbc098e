import { describe, expect, it } from 'vitest';
import { halfDuplex } from '../../demos/half-duplex/demo.ts';
import { udp } from '../../demos/udp/demo.ts';
import { serverCodec } from '../../lib/connection/codecs.ts';
import { parseFaults } from '../../lib/scene/script/parse-faults.ts';
import { parseTime } from '../../lib/scene/script/time.ts';
import { told } from '../told.ts';
import { framings } from './playing.ts';

const fail = (problem: string): never => {
  throw new Error(problem);
};

describe('faults', () => {
  it.each([
    ['', {}],
    ['chop 1', { chop: 1 }],
    ['delay 50ms', { delay: 50 }],
    [' delay 2s ,chop 16,', { chop: 16, delay: 2_000 }],
    ['coalesce, seed 7, jitter 5 ms', { coalesce: true, seed: 7, jitter: 5 }],
    ['bandwidth 9600, stall 3', { bandwidth: 9_600, stall: 3 }],
    ['end 10, reset 20', { end: 10, reset: 20 }],
  ])('reads %j', (text, faults) => {
    expect(parseFaults(text, fail)).toEqual(faults);
  });

  it.each(['chop', 'chop 0', 'chop -1', 'chop 1.5', 'chop 1e2', 'chop 1 2', 'stall'])(
    'refuses %j: no whole number',
    text => {
      expect(() => parseFaults(text, fail)).toThrow(
        'expected a whole number from 1, found',
      );
    },
  );

  it.each(['delay', 'delay 50', 'delay -1ms', 'jitter'])(
    'refuses %j: no time',
    text => {
      expect(() => parseFaults(text, fail)).toThrow(
        'expected a time such as 50ms or 60s',
      );
    },
  );

  it.each(['gain 10%', 'Chop 1', 'constructor 1'])(
    'refuses %j: no such fault',
    text => {
      expect(() => parseFaults(text, fail)).toThrow(
        `coalesce, delay, jitter, bandwidth, seed`,
      );
    },
  );

  it('refuses a number after a word that takes none', () => {
    expect(() => parseFaults('coalesce 3', fail)).toThrow(
      'expected nothing after coalesce',
    );
  });
});

describe('time', () => {
  it.each([
    ['0ms', 0],
    ['50ms', 50],
    ['50 ms', 50],
    ['60s', 60_000],
    ['1 s', 1_000],
  ])('reads %j', (text, ms) => {
    expect(parseTime(text, fail)).toBe(ms);
  });

  it.each(['', '50', 'ms', '1.5s', '-1s', '5min'])('refuses %j', text => {
    expect(() => parseTime(text, fail)).toThrow(
      `expected a time such as 50ms or 60s, found "${text}"`,
    );
  });
});

describe('flags', () => {
  it('reads them by name, with the word after them', () => {
    const words = ['--operator', '--max-message', '16', '--without-turns'];
    expect(told(halfDuplex, ...words)).toMatchObject({
      operator: true,
      maxMessage: 16,
      withoutTurns: true,
    });
  });

  it('lets a person say 4,096 bytes by default', () => {
    expect(told(halfDuplex).maxMessage).toBe(4_096);
    expect(told(udp).maxMessage).toBe(1_100);
  });
});

describe('what a server speaks', () => {
  const codec = serverCodec(framings.lines, 4);
  const decoded = (text: string) => {
    const decoder = codec.decoder();
    decoder.push(new TextEncoder().encode(`${text}\n`));
    return decoder.read();
  };

  it('hears no more than a person may say', () => {
    expect(decoded('four')).toBe('four');
    expect(() => decoded('fives')).toThrow('4');
  });

  it('may say more itself: a name in front still fits', () => {
    expect(codec.encode('[station] FOUR')).toHaveLength(15);
  });
});
