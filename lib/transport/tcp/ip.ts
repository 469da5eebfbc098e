const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const v4 = new RegExp(`^${byte}(?:\\.${byte}){3}$`);
/** The zone of a link-local address: `%eth0`. */
const zone = /%[\w.~-]+$/;

/** Returns 4 or 6 for an address in that version of IP, else 0: `isIP` of node:net, without Node. */
export function ipVersion(text: string): 4 | 6 | 0 {
  if (v4.test(text)) return 4;
  const address = text.replace(zone, '');
  return /^[\da-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]`) ? 6 : 0;
}
