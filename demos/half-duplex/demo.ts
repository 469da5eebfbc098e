import { fromPerson, fromServer } from '../../lib/modes/words.ts';
import { onOff, whole } from '../../lib/options/option.ts';
import { demo } from '../../lib/terminal/programs/demo.ts';
import { converse } from './client.ts';
import { serveByOperator } from './operator.ts';
import { serve } from './server.ts';
import { serveWithoutTurns } from './without-turns.ts';

export const halfDuplex = demo({
  name: 'half-duplex',
  about: 'both ways, one at a time. The caller speaks first',
  mode: 'half-duplex',
  doors: { tcp: 9002 },
  server: 'station',
  caller: 'caller',
  goodbye: '* The station closes',
  full: '! Full: try again later',
  quit: '/quit',
  said: line => fromPerson(line).kind,
  heard: fromServer,
  options: {
    operator: onOff('type the answers yourself, one call at a time; /quit hangs up'),
    silence: {
      ...whole(
        'SECONDS',
        [1, 86_400],
        'with --operator: end the call after SECONDS seconds of silence',
        60,
      ),
      needs: 'operator',
    },
    withoutTurns: {
      ...onOff('with --operator: let both sides speak at any time'),
      needs: 'operator',
    },
  },
  async serve(calls, { flags, ...station }) {
    const { operator, silence, withoutTurns } = flags;
    if (withoutTurns) await serveWithoutTurns(calls, { ...station, silence });
    else if (operator) await serveByOperator(calls, { ...station, silence });
    else await serve(calls, station.screen);
  },
  client: converse,
});
