import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../demos/pitfalls/catalogue.ts';
import { Program } from '../../demos/pitfalls/trial/program.ts';
import { fileOf } from '../../demos/pitfalls/tried.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';

/** Sends a datagram of two bytes whose sender has port 0, which takes a raw socket, and an ordinary one. */
const fromPortZero = `
import socket, struct, sys
raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP)
header = struct.pack("!HHHH", 0, int(sys.argv[1]), 10, 0)
raw.sendto(header + b"hi", ("127.0.0.1", 0))
usual = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
usual.sendto(b"hi", ("127.0.0.1", int(sys.argv[1])))
`;

const programs = catalogue
  .filter(({ rules }) => rules.some(rule => rule.startsWith('U')))
  .flatMap(pitfall => ['naive.ts', 'right.ts'].map(file => fileOf(pitfall, file)));

describe.concurrent('a datagram from port 0, where no answer can go', () => {
  it.for(programs)('does not end %s', async (file, test) => {
    takesLong(test);
    needs(test, 'raw sockets');
    // Longer than from one heartbeat to the next.
    const program = await Program.start(file, 1_000);
    try {
      spawnSync('python3', ['-c', fromPortZero, String(await program.port())]);
      expect(await program.ended()).toBe('(nothing)');
    } finally {
      await program.stop();
    }
  });
});
