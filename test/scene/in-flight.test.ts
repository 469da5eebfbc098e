import { describe, expect, it } from 'vitest';
import { InFlight } from '../../lib/scene/play/in-flight.ts';

const bytes = (by: 'self' | 'peer', size: number) =>
  ({ what: 'chunk', by, size }) as const;
const did = (what: 'ended' | 'reset' | 'closed', by: 'self' | 'peer') =>
  ({ what, by }) as const;

/** A link with both ends. */
function link() {
  const flight = new InFlight();
  const [alice, station] = [
    flight.observer('alice', 'x'),
    flight.observer('station', 'x'),
  ];
  return { flight, alice, station };
}

describe('a flight', () => {
  it('has nothing under way before anybody connects', () => {
    expect(new InFlight().underWay).toBeUndefined();
  });

  it('is not over before somebody has taken the other end', () => {
    const flight = new InFlight();
    flight.observer('alice', 'x');
    expect(flight.underWay).toBe('nobody takes charge of the link of alice');
    flight.observer('station', 'x');
    expect(flight.underWay).toBeUndefined();
  });

  it('counts bytes, however they are cut', () => {
    const { flight, alice, station } = link();
    alice(bytes('self', 5));
    expect(flight.underWay).toBe('station does not read what alice sent');
    station(bytes('peer', 2));
    expect(flight.underWay).toBeDefined();
    station(bytes('peer', 3));
    expect(flight.underWay).toBeUndefined();
  });

  it('looks both ways', () => {
    const { flight, alice, station } = link();
    station(bytes('self', 1));
    expect(flight.underWay).toBe('alice does not read what station sent');
    alice(bytes('peer', 1));
    expect(flight.underWay).toBeUndefined();
  });

  it('waits for a FIN to arrive', () => {
    const { flight, alice, station } = link();
    alice(did('ended', 'self'));
    expect(flight.underWay).toBeDefined();
    station(did('ended', 'peer'));
    expect(flight.underWay).toBeUndefined();
  });

  it('waits for a reset to arrive, and for nothing that it took along', () => {
    const { flight, alice, station } = link();
    alice(bytes('self', 5));
    station(bytes('self', 5));
    alice(did('reset', 'self'));
    expect(flight.underWay).toBeDefined();
    station(did('reset', 'peer'));
    expect(flight.underWay).toBeUndefined();
  });

  it('does not wait for a reset behind a FIN: nobody reads on behind it', () => {
    const { flight, alice, station } = link();
    station(did('ended', 'self'));
    alice(did('ended', 'peer'));
    station(did('reset', 'self'));
    expect(flight.underWay).toBeUndefined();
  });

  it('expects nothing more of an end that is closed', () => {
    const { flight, alice, station } = link();
    alice(bytes('self', 5));
    station(did('closed', 'self'));
    expect(flight.underWay).toBeUndefined();
  });

  it('does not wait for whoever has stopped reading, until they go on', () => {
    const { flight, station } = link();
    flight.stall('alice', true);
    station(bytes('self', 9));
    expect(flight.underWay).toBeUndefined();
    flight.stall('alice', false);
    expect(flight.underWay).toBe('alice does not read what station sent');
  });

  it('keeps its links apart', () => {
    const { flight, alice } = link();
    const [bob, station] = [
      flight.observer('bob', 'y'),
      flight.observer('station', 'y'),
    ];
    alice(bytes('self', 1));
    station(bytes('peer', 1));
    expect(flight.underWay).toBe('station does not read what alice sent');
    bob(bytes('self', 1));
    expect(flight.underWay).toBe('station does not read what alice sent');
  });

  it('tells of the next change, and when there is none', async () => {
    const { flight, alice } = link();
    const change = flight.change(60_000);
    alice(bytes('self', 1));
    await expect(change).resolves.toBe(true);
    await expect(flight.change(0)).resolves.toBe(false);
  });
});
