import type { Pitfall } from '../pitfall.ts';
import { hearing } from '../trial/expected.ts';

export const lostHeartbeat: Pitfall = {
  name: 'lost-heartbeat',
  title: 'A heartbeat that is too slow for its timeout',
  symptoms: [
    'members are thrown out, and come back a second later',
    'the more members, the more "timeouts"',
    'a short pause of one program looks like its death',
  ],
  errors: ['keepalive_timeout', 'heartbeat timeout'],
  rules: ['U11'],
  threads: [
    {
      title: 'deepstream.io: alert of heartbeat intervals',
      url: 'https://github.com/deepstreamIO/deepstream.io-website/issues/50',
    },
    {
      title: 'hazelcast: Client heartbeat timeout check issue',
      url: 'https://github.com/hazelcast/hazelcast/issues/6873',
    },
    {
      title: 'emqx: client_disconnected: keepalive_timeout when pingreq still',
      url: 'https://github.com/emqx/emqx/issues/4749',
    },
  ],
  scene:
    'A server over UDP asks "ping" now and then. Alice’s answer to the first one gets lost.',
  question: 'Is Alice still a member when the second one is due?',
  why: [
    'Each heartbeat may be late, or lost, so the timeout must be several periods long.',
    'In `naive.ts` it is one period: a single lost datagram, or a busy second, ends a membership.',
    '`right.ts` waits for five.',
    'A death is then noticed later: you cannot have both, and our room over UDP says how late.',
  ],
  async check(trial) {
    const alice = await trial.correspond('alice');
    alice.sends('Hello');
    return hearing(
      'alice',
      ['ping', 'ping'],
      [await alice.hears(), await alice.hears()],
    );
  },
};
