import { realClock } from '../../connection/clock.ts';
import { defaultsOf } from '../../options/option.ts';
import { type DoorName, doorCalled } from '../../transport/doors.ts';
import { portOf } from '../../transport/tcp/endpoint.ts';

/** A port at which nothing listens. */
export async function freePort(door: DoorName): Promise<number> {
  const { network: open, server } = doorCalled(door);
  const network = await open();
  const link = { clock: realClock, faults: {} };
  const { address, close } = await network.listen(
    { ...defaultsOf(server(0)), ...network.anywhere() },
    link,
  );
  await close();
  return portOf(address);
}
