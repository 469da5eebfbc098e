import { describe, expect, it } from 'vitest';
import { takesLong } from '../long.ts';
import { datagramsInMemory, datagramsOverUdp } from './datagram-links.ts';
import { allChecks, holds, type Transport } from './transport.ts';

const flow = 'a datagram is not held back: what finds no place is lost';
const halfClose = 'bye ends both directions';
const silence = 'there is no RST: silence tells, after six seconds';

/** What a stream can and datagrams cannot, and why. */
const cannot: Readonly<Record<string, string>> = {
  'holds a writer back while the reader is paused': flow,
  'wakes a writer whose reader has reset the link, even a paused one': flow,
  'closes when it is destroyed and its FIN waits after unread bytes': flow,
  'ends after what was written': halfClose,
  'delivers the answer to an end that has half-closed': halfClose,
  'delivers what was asked after the accepting end has half-closed': halfClose,
  'closes when both end at the same time': halfClose,
  'shows a reset that follows a FIN to an end that continues to write': halfClose,
  'shows a reset to the end that has half-closed': halfClose,
};

/** In memory six seconds are nothing, and the same checks hold; over UDP nobody waits for them. */
const sixSeconds: Readonly<Record<string, string>> = {
  'shows a reset that came before the start': silence,
  'shows a reset directly after unread bytes': silence,
  'shows a reset in the middle of a transfer': silence,
  'closes when it is destroyed and the reset of its peer waits after unread bytes':
    silence,
  'closes when it is destroyed, paused before and paused again afterwards': silence,
  'closes immediately when it is destroyed, whatever is in transit': silence,
};

const transports: readonly (readonly [Transport, Readonly<Record<string, string>>])[] =
  [
    [datagramsInMemory, cannot],
    [datagramsOverUdp, { ...cannot, ...sixSeconds }],
  ];

describe.each(transports)('$name', (transport, without) => {
  it.each(Object.entries(allChecks).filter(([name]) => !(name in without)))(
    '%s',
    async (_, check) => {
      await holds(check, transport);
    },
  );
});

describe('what datagrams cannot', () => {
  it.for(Object.entries(cannot))('%s: %s', async ([name, why], test) => {
    if (why === flow && !name.startsWith('holds')) takesLong(test);
    const check = allChecks[name];
    if (check === undefined) throw new Error(`Cannot find the check "${name}"`);
    const impatient = { ...datagramsInMemory, patience: 30 };
    await expect(holds(check, impatient)).rejects.toThrow();
  });
});
