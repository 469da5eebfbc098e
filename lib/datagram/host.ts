/** How many groups of an IPv6 address name its network: one /64 is one host, for it has 2^64 addresses. */
const groups = 4;

/**
 * The host of an address (`127.0.0.1:50123`, `[2001:db8::1]:50123`): its IPv4 address, or the /64 of its
 * IPv6 address. Any other text before the last colon is a host as it is.
 */
export function hostOf(address: string): string {
  const host = address.slice(0, address.lastIndexOf(':'));
  if (!host.startsWith('[')) return host;
  const [before = '', behind] = host.slice(1, -1).split('::');
  const head = groupsOf(before);
  const tail = behind === undefined ? [] : groupsOf(behind);
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, groups).join(':');
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));
