let count = 0;
let asked = false;

/**
 * The number of this turn of the event loop. In one turn we hear everybody whose words have
 * arrived.
 */
export function turn(): number {
  if (!asked) {
    asked = true;
    setImmediate(() => {
      asked = false;
      count++;
    });
  }
  return count;
}
