/**
 * Serves `tests/fixtures/site/<host>/<path>` over plain HTTP for any host name: it is the browsers' proxy.
 *
 * So every request is recorded, encrypted ones by their host, and a test can say what the extension asked of the network:
 * nothing. Origin-form requests are understood as well.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface SiteServer {
  readonly port: number;
  /** `host/path` of every request so far, in order. */
  readonly requests: readonly string[];
  /** Answers this address with `html` instead of a file. */
  put(url: string, html: string): void;
  /** Forgets what was put and what was asked. */
  clear(): void;
  close(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'site');
/** No charset: the pages declare their own, as the real ones do. */
const TYPES: Readonly<Record<string, string>> = {
  '.htm': 'text/html',
  '.html': 'text/html',
  '.shtml': 'text/html',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

export async function serveSite(): Promise<SiteServer> {
  const requests: string[] = [];
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'unknown'}`);
    const address = `${url.hostname}${url.pathname}`;
    requests.push(address);
    void answer(address, pages, request, response);
  });
  // A browser that speaks TLS to the mapped port gets a closed connection, as from a host that is not there.
  server.on('connect', (request, socket) => {
    requests.push(`${request.url}`);
    socket.destroy();
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    put(url, html) {
      const { hostname, pathname } = new URL(url);
      pages.set(`${hostname}${pathname}`, html);
    },
    clear() {
      pages.clear();
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  address: string,
  pages: ReadonlyMap<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const page = pages.get(address);
  if (page !== undefined) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    return;
  }
  const file = normalize(join(ROOT, decodeURIComponent(address)));
  try {
    if (!file.startsWith(ROOT) || request.method !== 'GET') throw new Error('not served');
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  }
}
