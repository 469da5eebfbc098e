import { describe, expect, it } from 'vitest';
import { InFlight } from '../../lib/scene/play/in-flight.ts';

const bytes = (by: 'self' | 'peer', size: number) =>
  ({ what: 'chunk', by, size }) as const;
const did = (what: 'ended' | 'reset' | 'closed', by: 'self' | 'peer') =>
  ({ what, by }) as const;

/** A link with both ends. */
function link() {
  const inFlight = new InFlight();
  const [alice, station] = [
    inFlight.observer('alice', 'x'),
    inFlight.observer('station', 'x'),
  ];
  return { inFlight, alice, station };
}

describe('what is in flight', () => {
  it('has nothing in transit before anybody connects', () => {
    expect(new InFlight().underWay).toBeUndefined();
  });

  it('is not over before somebody has taken the other end', () => {
    const inFlight = new InFlight();
    inFlight.observer('alice', 'x');
    expect(inFlight.underWay).toBe('nobody takes charge of the link of alice');
    inFlight.observer('station', 'x');
    expect(inFlight.underWay).toBeUndefined();
  });

  it('counts bytes, however they are cut', () => {
    const { inFlight, alice, station } = link();
    alice(bytes('self', 5));
    expect(inFlight.underWay).toBe('station does not read what alice sent');
    station(bytes('peer', 2));
    expect(inFlight.underWay).toBeDefined();
    station(bytes('peer', 3));
    expect(inFlight.underWay).toBeUndefined();
  });

  it('looks both ways', () => {
    const { inFlight, alice, station } = link();
    station(bytes('self', 1));
    expect(inFlight.underWay).toBe('alice does not read what station sent');
    alice(bytes('peer', 1));
    expect(inFlight.underWay).toBeUndefined();
  });

  it('waits for a FIN to arrive', () => {
    const { inFlight, alice, station } = link();
    alice(did('ended', 'self'));
    expect(inFlight.underWay).toBeDefined();
    station(did('ended', 'peer'));
    expect(inFlight.underWay).toBeUndefined();
  });

  it('waits for a reset to arrive, and for nothing that it took along', () => {
    const { inFlight, alice, station } = link();
    alice(bytes('self', 5));
    station(bytes('self', 5));
    alice(did('reset', 'self'));
    expect(inFlight.underWay).toBeDefined();
    station(did('reset', 'peer'));
    expect(inFlight.underWay).toBeUndefined();
  });

  it('does not wait for a reset after a FIN: nobody reads after a FIN', () => {
    const { inFlight, alice, station } = link();
    station(did('ended', 'self'));
    alice(did('ended', 'peer'));
    station(did('reset', 'self'));
    expect(inFlight.underWay).toBeUndefined();
  });

  it('expects nothing more of an end that is closed', () => {
    const { inFlight, alice, station } = link();
    alice(bytes('self', 5));
    station(did('closed', 'self'));
    expect(inFlight.underWay).toBeUndefined();
  });

  it('does not wait for somebody who has stopped reading, until they read again', () => {
    const { inFlight, station } = link();
    inFlight.stall('alice', true);
    station(bytes('self', 9));
    expect(inFlight.underWay).toBeUndefined();
    inFlight.stall('alice', false);
    expect(inFlight.underWay).toBe('alice does not read what station sent');
  });

  it('keeps its links apart', () => {
    const { inFlight, alice } = link();
    const [bob, station] = [
      inFlight.observer('bob', 'y'),
      inFlight.observer('station', 'y'),
    ];
    alice(bytes('self', 1));
    station(bytes('peer', 1));
    expect(inFlight.underWay).toBe('station does not read what alice sent');
    bob(bytes('self', 1));
    expect(inFlight.underWay).toBe('station does not read what alice sent');
  });

  it('tells of the next change, and when there is none', async () => {
    const { inFlight, alice } = link();
    const change = inFlight.change(60_000);
    alice(bytes('self', 1));
    await expect(change).resolves.toBe(true);
    await expect(inFlight.change(0)).resolves.toBe(false);
  });
});
