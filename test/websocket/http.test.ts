import { describe, expect, it } from 'vitest';
import { house } from './house.ts';
import { answer, frame, Raw, request, text } from './raw.ts';

const forbidden = 'HTTP/1.1 403 Forbidden';
const switching = 'HTTP/1.1 101 Switching Protocols';

describe('who may come in', () => {
  it.each([
    ['a program, which sends no Origin', {}, switching],
    ['its own page', { Origin: 'http://127.0.0.1:PORT' }, switching],
    [
      'its own page by name',
      { Host: 'localhost:PORT', Origin: 'http://localhost:PORT' },
      switching,
    ],
    [
      'its own page behind a forwarded port',
      { Host: '127.0.0.1:8123', Origin: 'http://127.0.0.1:8123' },
      switching,
    ],
    [
      'its own page over IPv6',
      { Host: '[::1]:80', Origin: 'http://[::1]:80' },
      switching,
    ],
    ['a page from elsewhere', { Origin: 'https://evil.example' }, forbidden],
    ['a page of another program here', { Origin: 'http://127.0.0.1:1' }, forbidden],
    ['a page by another name for here', { Origin: 'http://localhost:PORT' }, forbidden],
    ['a page of no origin', { Origin: 'null' }, forbidden],
    ['a page with two origins', { Origin: 'http://127.0.0.1:PORT, null' }, forbidden],
    [
      'a page whose name was pointed here (DNS rebinding)',
      { Host: 'evil.example:PORT', Origin: 'http://evil.example:PORT' },
      forbidden,
    ],
    ['a name that begins like ours', { Host: '127.0.0.1.evil.example' }, forbidden],
    ['a name with a user in it', { Host: 'localhost:PORT@evil.example' }, forbidden],
    ['no name', { Host: '' }, forbidden],
  ])('%s', async (_, headers, expected) => {
    const { port } = await house();
    const real = Object.entries(headers).map(([name, value]) => [
      name,
      String(value).replaceAll('PORT', String(port)),
    ]);
    const asked = request(port, { headers: Object.fromEntries(real) });
    expect(await answer(port, asked)).toBe(expected);
  });
});

describe('what there is to get', () => {
  const get = (path: string, host = '127.0.0.1', method = 'GET') =>
    `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

  it('is the page, with what keeps it safe', async () => {
    const { port } = await house();
    const raw = await Raw.open(port);
    raw.socket.write(get('/'));
    await raw.until('<title>page</title>');
    expect(raw.heard).toContain(
      "Content-Security-Policy: default-src 'none'; script-src 'self'",
    );
    expect(raw.heard).toContain('X-Content-Type-Options: nosniff');
    expect(raw.heard).toContain('Referrer-Policy: no-referrer');
    expect(raw.heard).toContain("; require-trusted-types-for 'script'");
    expect(raw.heard).not.toContain("'unsafe-inline'");
  });

  it.each([
    ['/../package.json', '404'],
    ['/..%2f..%2fpackage.json', '404'],
    ['/%2e%2e/package.json', '404'],
    ['/page.js/../../package.json', '404'],
    ['//etc/passwd', '404'],
    ['/__proto__', '404'],
    ['/room', '404'],
    ['http://elsewhere/', '404'],
    ['*', '404'],
  ])('is not %s', async (path, status) => {
    const { port } = await house();
    expect(await answer(port, get(path))).toContain(` ${status} `);
  });

  it.each([
    ['a rebound name', get('/', 'evil.example'), '403'],
    ['POST', get('/', '127.0.0.1', 'POST'), '405'],
    ['no HTTP at all', 'alice\n\n', '400'],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      '400',
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
      '400',
    ],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['HTTP/1.0 without Host', 'GET / HTTP/1.0\r\n\r\n', '400'],
    ['HTTP/1.0 with Host', 'GET / HTTP/1.0\r\nHost: localhost\r\n\r\n', '200'],
    [
      'a handshake without Host',
      request(1)
        .replace(/Host: .*\r\n/, '')
        .replace('1.1', '1.0'),
      '400',
    ],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`, '431'],
    [
      'another protocol',
      request(1, { path: '/', headers: { Upgrade: 'h2c', Host: '127.0.0.1' } }),
      '200',
    ],
    [
      'another protocol by a rebound name',
      request(1, { path: '/', headers: { Upgrade: 'h2c', Host: 'evil.example' } }),
      '403',
    ],
    [
      'a broken address',
      request(1, { path: '//[', headers: { Host: '[::1]' } }),
      '404',
    ],
    [
      'an old version',
      request(1, { headers: { 'Sec-WebSocket-Version': '1' } }),
      '400',
    ],
  ])('answers %s with %3$s', async (_, asked, status) => {
    const { port } = await house();
    expect(await answer(port, asked)).toContain(` ${status} `);
    expect(await answer(port, get('/'))).toContain(' 200 ');
  });

  it('does not wait for a client that is slow to ask', async () => {
    const { port } = await house({ patience: 200 });
    const slow = await Raw.open(port);
    slow.socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow');
    const silent = await Raw.open(port);
    expect(await slow.all()).toMatch(/^HTTP\/1\.1 408 /);
    await silent.all();
  });

  it.each([
    ['asks', ''],
    ['offers another protocol', 'Connection: Upgrade\r\nUpgrade: h2c\r\n'],
    ['gets a refusal', `\r\n${request(0, { path: '/nowhere' })}`],
  ])('does not wait for a client that %s and does not read', async (_, more) => {
    const page = (body: string) => ({ type: 'text/html', body });
    const long = page('x'.repeat(16_777_216));
    const site = new Map(Object.entries({ '/': page(''), '/long': long }));
    const { port } = await house({ patience: 50, most: 1, site });
    const slow = await Raw.open(port);
    slow.socket.pause();
    slow.socket.write(`GET /long HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}\r\n`);
    for (;;) {
      const next = await Raw.open(port);
      next.socket.write(get('/'));
      if ((await next.all()).startsWith('HTTP/1.1 200')) break;
    }
  });

  it('answers the first request of a connection, and no request that was sent ahead', async () => {
    const { port } = await house();
    const raw = await Raw.open(port);
    raw.socket.write(get('/') + get('/nowhere').repeat(1_500));
    expect((await raw.all()).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
    expect(raw.heard).toContain('\r\nConnection: close\r\n');
    expect(raw.heard).toMatch(/<title>page<\/title>$/);
  });

  it('takes what a client says directly after its handshake', async () => {
    const { port } = await house();
    const raw = await Raw.open(port);
    const early = frame(text, 'alice').toString('latin1');
    raw.socket.write(request(port) + early, 'latin1');
    await raw.until('* In the room: alice');
  });

  it('keeps nothing of a client that sends 1,500 requests ahead and reads nothing', async () => {
    const { port } = await house({ most: 1, patience: 50_000 });
    const slow = await Raw.open(port);
    slow.socket.pause();
    slow.socket.write(get('/').repeat(1_500));
    // There is no room for another before it is gone, and its time is longer than this test's.
    for (let answered = ''; !answered.startsWith('HTTP/1.1 200'); ) {
      const next = await Raw.open(port);
      next.socket.write(get('/'));
      answered = await next.all();
    }
  });

  it('has space for a limited number of sockets, whatever they are used for', async () => {
    const { port } = await house({ most: 2 });
    await Promise.all([Raw.open(port), Raw.open(port)]);
    const third = await Raw.open(port);
    expect(await third.all()).toBe('');
  });
});
