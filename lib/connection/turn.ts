let count = 0;
let asked = false;

/** Which turn of the event loop this is: in one of them everybody is heard whose words are here. */
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
