import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../../demos/simplex/server.ts';
import { Acceptor } from '../../lib/connection/acceptor.ts';
import { VirtualClock } from '../../lib/connection/virtual-clock.ts';
import { lines, text } from '../../lib/framing/index.ts';
import { memoryListener } from '../../lib/transport/memory/memory.ts';
import { quiet, RawPeer } from '../modes/raw-peer.ts';

it('the lines of two senders at a time are told apart; one sender needs no name', async () => {
  const listener = memoryListener('receiver');
  const clock = new VirtualClock();
  let senders = 0;
  const acceptor = new Acceptor({ limit: 10 }).at(listener.wires, wire => {
    const name = `sender ${++senders}`;
    return { wire, codec: text(lines()), clock, role: 'callee', peer: () => name };
  });
  onTestFinished(() => acceptor.drop());
  const screen: string[] = [];
  void serve(acceptor, line => void screen.push(line));

  const one = new RawPeer(listener.connect());
  await one.writes('Michael\n');
  const two = new RawPeer(listener.connect());
  await quiet();
  await two.writes('Tracy\n');
  await one.writes('Sarah\n');
  await one.ends();
  await two.writes('Peter\n');
  expect(screen).toEqual([
    'Michael',
    '[sender 2] Tracy',
    '[sender 1] Sarah',
    '* sender 1 has ended',
    'Peter',
  ]);
});
