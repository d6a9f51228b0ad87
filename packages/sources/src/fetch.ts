import { lookup as resolveName, type LookupAddress, type LookupOptions } from 'node:dns';
import { PipelineError } from '@dragoman/core';
import type { Agent, Dispatcher } from 'undici';
import { isPublicAddress } from './address.ts';

export interface FetchOptions {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** 'host:port' entries that may be reached although their address is private. */
  readonly allowPrivate: ReadonlySet<string>;
}

export interface Fetched {
  /** The address after redirects. */
  readonly url: string;
  readonly contentType: string;
  readonly charset: string | undefined;
  readonly bytes: Uint8Array;
}

const MAX_REDIRECTS = 5;
const USER_AGENT = 'Dragoman/0.1 (news to knowledge graph)';

/**
 * Fetches one page or feed. Only http and https; every hop's address is checked when the socket is opened,
 * so that neither a redirect nor a name that changes its address leads inside; time and size are limited.
 * @throws PipelineError FETCH_FORBIDDEN, FETCH_FAILED, FETCH_TIMEOUT or INPUT_TOO_LARGE
 */
export async function fetchDocument(address: string, options: FetchOptions): Promise<Fetched> {
  // Loaded here: most commands fetch nothing, and the client takes a tenth of their start.
  const { Agent: Client, request } = await import('undici');
  const signal = AbortSignal.timeout(options.timeoutMs);
  let url = checkedUrl(address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const agent = new Client({
      connect: { lookup: guardedLookup(url, options) },
      maxRedirections: 0,
    } as Agent.Options);
    try {
      checkLiteralAddress(url, options);
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: { 'user-agent': USER_AGENT, accept: '*/*' },
      });
      const next = redirectOf(response, url);
      if (next === undefined) return await readResponse(response, url, options.maxBytes);
      await response.body.dump();
      url = next;
    } catch (cause) {
      throw fetchError(cause, url);
    } finally {
      await agent.destroy();
    }
  }
  throw new PipelineError({
    code: 'FETCH_FAILED',
    message: `${address}: more than ${MAX_REDIRECTS} redirects`,
  });
}

function checkedUrl(address: string, base?: string): URL {
  if (!URL.canParse(address, base))
    throw new PipelineError({ code: 'FETCH_FORBIDDEN', message: `not a URL: ${address}` });
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new PipelineError({ code: 'FETCH_FORBIDDEN', message: `${url.protocol} is not fetched` });
  }
  return url;
}

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');
const isAllowed = (url: URL, options: FetchOptions): boolean =>
  options.allowPrivate.has(`${url.hostname}:${portOf(url)}`);

/** A literal address never passes through a lookup, so it is checked here. */
function checkLiteralAddress(url: URL, options: FetchOptions): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!/^[\d.]+$/.test(host) && !host.includes(':')) return;
  if (!isAllowed(url, options) && !isPublicAddress(host)) throw forbidden(url, host);
}

type LookupCallback = (error: Error | null, address?: string | LookupAddress[], family?: number) => void;

function guardedLookup(url: URL, options: FetchOptions) {
  return (host: string, lookupOptions: LookupOptions, callback: LookupCallback): void => {
    resolveName(host, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) return callback(error);
      const inside = isAllowed(url, options)
        ? undefined
        : addresses.find((found) => !isPublicAddress(found.address));
      const [first] = addresses;
      if (inside !== undefined) return callback(forbidden(url, inside.address));
      if (lookupOptions.all === true || first === undefined) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

function forbidden(url: URL, address: string): PipelineError {
  return new PipelineError({
    code: 'FETCH_FORBIDDEN',
    message: `${url.host} is at ${address}, which is not a public address`,
  });
}

function redirectOf(response: Dispatcher.ResponseData, from: URL): URL | undefined {
  const location = response.headers['location'];
  if (response.statusCode < 300 || response.statusCode >= 400 || typeof location !== 'string')
    return undefined;
  return checkedUrl(location, from.href);
}

async function readResponse(response: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<Fetched> {
  if (response.statusCode !== 200) {
    const retryable = response.statusCode === 429 || response.statusCode >= 500;
    throw new PipelineError({
      code: 'FETCH_FAILED',
      message: `${url.href}: HTTP ${response.statusCode}`,
      retryable,
    });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes)
      throw new PipelineError({
        code: 'INPUT_TOO_LARGE',
        message: `${url.href}: more than ${maxBytes} bytes`,
      });
    chunks.push(chunk);
  }
  const contentType = String(response.headers['content-type'] ?? '');
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
  return { url: url.href, contentType, charset, bytes: Buffer.concat(chunks) };
}

function fetchError(thrown: unknown, url: URL): PipelineError {
  if (thrown instanceof PipelineError) return thrown;
  const cause = thrown as Error & { cause?: unknown };
  if (cause.cause instanceof PipelineError) return cause.cause;
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') {
    return new PipelineError({
      code: 'FETCH_TIMEOUT',
      message: `${url.href}: no answer in time`,
      retryable: true,
      cause,
    });
  }
  return new PipelineError({
    code: 'FETCH_FAILED',
    message: `${url.href}: ${cause.message}`,
    retryable: true,
    cause,
  });
}
