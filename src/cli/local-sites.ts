// The sites' own addresses, answered by a real HTTPS server on this computer: for what an intercepted request cannot show.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createProxy, type RequestListener, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A request as it came over the line; header names and values alternate in `headers`, in their order. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly string[];
  readonly body: string;
  /** The body, byte for byte: not every body is text. */
  readonly bytes: Buffer;
}

export interface LocalSites {
  /** Port of the HTTPS server on 127.0.0.1. */
  readonly port: number;
  /** Port of a proxy on 127.0.0.1 that leads every CONNECT to that server. */
  readonly proxyPort: number;
  /** Everything that was asked so far. */
  readonly requests: readonly SeenRequest[];
  close(): void;
}

export type LocalAnswer = { readonly status?: number; readonly contentType: string; readonly body: string };

/** Serves every host. `handle` gives the answer, null for "no such page", or 'own' if it writes the response itself. */
export async function serveSites(
  handle: (request: SeenRequest, response: ServerResponse) => LocalAnswer | 'own' | null,
): Promise<LocalSites> {
  const requests: SeenRequest[] = [];
  const answer: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
      const bytes = Buffer.concat(parts);
      const seen = { method: request.method ?? '', url, headers: request.rawHeaders, body: bytes.toString(), bytes };
      requests.push(seen);
      response.setHeader('cache-control', 'no-store');
      const given = handle(seen, response);
      if (given === 'own') return;
      response.writeHead(given === null ? 404 : (given.status ?? 200), { 'content-type': given?.contentType ?? 'text/plain' });
      response.end(given?.body ?? '');
    });
  };
  const server = createServer(makeCertificate(), answer);
  const proxy = createProxy((_request, response) => response.writeHead(502).end());
  const sockets = new Set<Socket>();
  await listening(server);
  const { port } = server.address() as AddressInfo;
  proxy.on('connect', (_request, client: Socket, head: Buffer) => {
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const [one, other] of [
      [upstream, client],
      [client, upstream],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
  });
  await listening(proxy);
  return {
    port,
    proxyPort: (proxy.address() as AddressInfo).port,
    requests,
    close() {
      for (const one of [server, proxy]) {
        one.close();
        one.closeAllConnections();
      }
      for (const socket of sockets) socket.destroy();
    },
  };
}

const listening = (server: Server) =>
  new Promise<void>((done, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => done());
  });

/** A key and a self-signed certificate for this one run; the browsers are told not to mind. */
function makeCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'netra-cert-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    execFileSync('openssl', ['req', '-x509', ...curve, '-nodes', '-days', '2', '-subj', '/CN=x.com', '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
