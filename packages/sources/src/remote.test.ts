import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isPublicAddress } from './address.ts';
import { fetchDocument } from './fetch.ts';
import { readFeedArticles } from './remote.ts';

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

it('reads the articles of a feed and sets aside the one that is gone', async () => {
  const host = await serve((request, response) => {
    if (request.url === '/feed') {
      response.end(`<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title><link>http://${host}/</link><description>d</description>
        <item><title>One</title><link>http://${host}/one</link><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate></item>
        <item><title>Two</title><link>http://${host}/two</link></item></channel></rss>`);
    } else if (request.url === '/one')
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>one');
    else response.writeHead(404).end();
  });
  const inputs = [];
  for await (const input of readFeedArticles(`http://${host}/feed`, {
    ...options(host),
    clock: () => new Date(0),
  }))
    inputs.push(input);
  expect(inputs).toMatchObject([
    {
      kind: 'document',
      document: {
        format: 'html',
        charset: 'utf-8',
        stated: { url: `http://${host}/one`, published: '2026-02-03T10:00:00.000Z' },
      },
    },
    { kind: 'rejected', error: { code: 'FETCH_FAILED' } },
  ]);
});
