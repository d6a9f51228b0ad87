import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isPublicAddress } from './address.ts';
import { fetchDocument } from './fetch.ts';
import { readFeedItems, readUrl } from './remote.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const options = (...allowed: string[]) => ({
  timeoutMs: 500,
  maxBytes: 5000,
  allowPrivate: new Set(allowed),
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '169.254.169.254',
  '::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '0.0.0.0',
  '100.64.0.1',
])('counts %s as not public', (address) => expect(isPublicAddress(address)).toBe(false));

it('refuses a private address, a name that leads to one, and other schemes', async () => {
  const host = await serve((_, response) => response.end('inside'));
  await expect(fetchDocument(`http://${host}/`, options())).rejects.toMatchObject({
    code: 'FETCH_FORBIDDEN',
  });
  const port = host.split(':')[1];
  await expect(fetchDocument(`http://localhost:${port}/`, options())).rejects.toMatchObject({
    code: 'FETCH_FORBIDDEN',
  });
  await expect(fetchDocument('file:///etc/passwd', options())).rejects.toMatchObject({
    code: 'FETCH_FORBIDDEN',
  });
});

it('checks the address again after a redirect', async () => {
  const host = await serve((_, response) =>
    response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end(),
  );
  await expect(fetchDocument(`http://${host}/`, options(host))).rejects.toMatchObject({
    code: 'FETCH_FORBIDDEN',
  });
});

it('stops at the size limit and at the time limit', async () => {
  const host = await serve((request, response) => {
    if (request.url === '/big') response.end('x'.repeat(10_000));
  });
  await expect(fetchDocument(`http://${host}/big`, options(host))).rejects.toMatchObject({
    code: 'INPUT_TOO_LARGE',
  });
  await expect(fetchDocument(`http://${host}/never`, options(host))).rejects.toMatchObject({
    code: 'FETCH_TIMEOUT',
    retryable: true,
  });
});

it('reads the articles that a feed lists, and one article with what HTTP says of it', async () => {
  const host = await serve((request, response) => {
    if (request.url === '/feed') {
      response.end(`<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title><link>http://${host}/</link><description>d</description>
        <item><title>One</title><link>http://${host}/one</link><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate></item>
        <item><title>Two</title><link>/two</link></item><item><title>No address</title></item></channel></rss>`);
    } else if (request.url === '/one')
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>one');
    else response.writeHead(404).end();
  });
  expect(await readFeedItems(`http://${host}/feed`, options(host))).toEqual([
    { url: `http://${host}/one`, title: 'One', published: '2026-02-03T10:00:00.000Z' },
    { url: `http://${host}/two`, title: 'Two', published: undefined },
  ]);
  const clock = () => new Date(0);
  expect(
    await readUrl(`http://${host}/one`, { ...options(host), clock, stated: { source: 'Quay' } }),
  ).toMatchObject({
    format: 'html',
    charset: 'utf-8',
    stated: { source: 'Quay', url: `http://${host}/one`, fetched: '1970-01-01T00:00:00.000Z' },
  });
  await expect(readUrl(`http://${host}/gone`, { ...options(host), clock })).rejects.toMatchObject({
    code: 'FETCH_FAILED',
    retryable: false,
  });
  await expect(readFeedItems(`http://${host}/one`, options(host))).rejects.toMatchObject({
    code: 'INPUT_UNSUPPORTED',
  });
});
