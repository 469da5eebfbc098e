import { describe, expect, it } from 'vitest';
import { hostOf } from '../../lib/datagram/host.ts';
import { Places } from '../../lib/datagram/places.ts';
import { UsedTokens } from '../../lib/datagram/used-tokens.ts';

describe('a host', () => {
  it.each([
    ['127.0.0.1:50123', '127.0.0.1'],
    ['[2001:db8::1]:50123', '2001:db8:0:0'],
    ['[2001:db8::ffff:0:0:1]:9', '2001:db8:0:0'],
    ['[2001:db8:1:2:3:4:5:6]:9', '2001:db8:1:2'],
    ['[::1]:9', '0:0:0:0'],
    ['[fe80::1%eth0]:9', 'fe80:0:0:0'],
    ['memory:7', 'memory'],
  ])('is, of %s, %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});

describe('a token that was used', () => {
  it('is not valid again, and neither is an older one of that address', () => {
    const used = new UsedTokens();
    expect(used.isGood('a', 5)).toBe(true);
    used.use('a', 5, 10);
    expect([4, 5, 6].map(made => used.isGood('a', made))).toEqual([false, false, true]);
    expect(used.isGood('b', 4)).toBe(true);
  });

  it('is forgotten when it is too old anyway', () => {
    const used = new UsedTokens();
    used.use('a', 0, 0);
    used.use('b', 30_001, 30_001);
    expect(used.size).toBe(1);
  });

  it('is not valid again if there are too many to remember: then no token of that age is valid', () => {
    const used = new UsedTokens(2);
    for (const [nth, address] of ['a', 'b', 'c'].entries()) used.use(address, nth, 9);
    expect(used.size).toBe(2);
    expect(['a', 'z'].map(address => used.isGood(address, 0))).toEqual([false, false]);
    expect(used.isGood('z', 1)).toBe(true);
  });
});

describe('the places of a host', () => {
  it('give the next member the used quota of the place that was left last', () => {
    const places = new Places({ perHost: 2, burst: 3 });
    const first = places.take('h');
    for (let count = 0; count < 3; count++) first?.say.take(0);
    if (first) places.leave('h', first, 0);
    expect(places.take('h')?.say.take(0)).toBe(false);
    expect(places.take('h')?.say.take(0)).toBe(true);
    expect(places.take('h')).toBeUndefined();
    expect(places.take('other')).toBeDefined();
  });

  it('are as good as new after a second', () => {
    const places = new Places({ perHost: 1, burst: 1 });
    const first = places.take('h');
    first?.say.take(0);
    if (first) places.leave('h', first, 0);
    places.sweep(500);
    const again = places.take('h');
    expect(again?.say.take(500)).toBe(false);
    if (again) places.leave('h', again, 500);
    places.sweep(1_501);
    expect(places.take('h')?.say.take(0)).toBe(true);
  });
});
