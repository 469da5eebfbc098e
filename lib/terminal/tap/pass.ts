import type { Clock } from '../../connection/clock.ts';
import type { Wire } from '../../connection/wire.ts';
import type { Direction } from '../../tap/direction.ts';
import type { TappedLink } from '../../tap/tapped-link.ts';
import { faulty } from '../../transport/faults/faulty.ts';
import type { Faults } from '../../transport/faults/table.ts';
import { splice } from '../../transport/splice.ts';
import { type TapEvents, tapped } from '../../transport/tapped.ts';

/**
 * Passes everything on between two wires, over a faulty link if there are `faults`, and reports to
 * `link` what arrives and what has been passed on. Calls `changed` after each report.
 */
export function pass(
  [caller, server]: readonly [Wire, Wire],
  link: TappedLink,
  { faults, clock }: { readonly faults: Faults; readonly clock: Clock },
  changed: () => void,
): void {
  const [callerName, serverName] = link.names;
  splice(
    observed(caller, link.there, () => link.closed(callerName)),
    observed(server, link.back, () => link.closed(serverName)),
  );

  /**
   * Observes one side of the faulty link. There is one on each side: what is between them is being
   * held back.
   */
  function observed(wire: Wire, direction: Direction, closed: () => void): Wire {
    const came: TapEvents = {
      chunk: bytes => direction.came(bytes),
      ended: () => direction.endCame('ended'),
      reset: () => direction.endCame('reset'),
      closed() {},
    };
    const passed: TapEvents = {
      chunk: bytes => direction.passed(bytes),
      ended: () => direction.endPassed('ended'),
      reset: () => direction.endPassed('reset'),
      closed,
    };
    const held = faulty(tapped(wire, telling(came)), faults, clock, 'in');
    return tapped(held, telling(passed));
  }

  function telling(tap: TapEvents): TapEvents {
    return {
      chunk(bytes) {
        tap.chunk(bytes);
        changed();
      },
      ended() {
        tap.ended();
        changed();
      },
      reset() {
        tap.reset();
        changed();
      },
      closed() {
        tap.closed();
        changed();
      },
    };
  }
}
