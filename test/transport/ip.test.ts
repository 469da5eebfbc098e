import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ipVersion } from '../../lib/transport/tcp/ip.ts';

it.each([
  '127.0.0.1',
  '255.255.255.255',
  '256.1.1.1',
  '1.2.3',
  '01.2.3.4',
  '0x7f.0.0.1',
  '127.1',
  '::',
  '::1',
  '1::8',
  '::ffff:127.0.0.1',
  '::ffff:127.0.0.256',
  'fe80::1%lo',
  'fe80::1%',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7',
  '12345::',
  ':::',
  '1::2::3',
  '[::1]',
  '::1]',
  '::1/64',
  'localhost',
  '',
])('the version of "%s" is what Node says', text =>
  expect(ipVersion(text)).toBe(isIP(text)),
);

it('the version of an address is what Node says, and so is that of almost one', () => {
  const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended());
  const almost = fc.tuple(address, fc.nat(40), fc.constantFrom('', ':', '.', 'g', '0'));
  fc.assert(
    fc.property(almost, ([text, at, more]) => {
      const changed = text.slice(0, at) + more + text.slice(at + 1);
      for (const one of [text, changed]) expect(ipVersion(one)).toBe(isIP(one));
    }),
    { numRuns: 500 },
  );
});
