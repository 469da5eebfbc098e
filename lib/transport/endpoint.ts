/** An IPv4 peer of an IPv6 server is `::ffff:127.0.0.1` there, and `127.0.0.1` to itself. */
export function endpoint(host = '?', port = 0): string {
  const plain = host.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `[${plain}]:${port}` : `${plain}:${port}`;
}
