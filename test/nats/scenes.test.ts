import { describe, expect, it } from 'vitest';
import { cluster } from '../../demos/cluster/demo.ts';
import { scenesOf } from '../../docs/generate/demos.ts';
import { play } from '../../lib/scene/play/play.ts';
import { realWorld } from '../../lib/scene/world/world.ts';
import { takesLong } from '../long.ts';
import { needs } from '../needs.ts';
import { NatsServer } from './nats-server.ts';

/** What the page promises in its first sentences. */
const first = ['one-log', 'two-orders'];

describe('the scenes of the cluster, on a real server of NATS', () => {
  it.for(scenesOf('cluster'))('$name', async (scene, test) => {
    needs(test, 'nats-server');
    if (!first.includes(scene.name)) takesLong(test);
    const { url } = await NatsServer.start(test);
    const flags = { nats: url };
    const { finding } = await play({
      scene,
      program: cluster,
      world: realWorld(),
      flags,
    });
    expect(finding.ok).toBe(true);
    const order = scene.name === 'two-orders' ? 'several orders' : 'one order';
    expect(finding.line).toContain(order);
  });
});
