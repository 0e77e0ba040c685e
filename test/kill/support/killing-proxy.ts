// Stands between a process and the emulator, and kills the process at the n-th write of its journal: before it is kept, or after.
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Deadly {
  /** From 1: which write of the journal. */
  readonly write: number;
  /** `before`: the write is never kept. `after`: it is kept, and its writer never learns that. */
  readonly when: 'before' | 'after';
}

export interface KillingProxy {
  readonly url: string;
  /** Counts from here. @param pid of the process, once it is known */
  arm(deadly: Deadly | undefined, pid: () => number): void;
  /** Writes since it was armed. */
  writes(): number;
  close(): Promise<void>;
}

/** @param isJournal whether that path is a journal's */
export async function openKillingProxy(emulatorUrl: string, isJournal: (path: string) => boolean): Promise<KillingProxy> {
  const emulator = new URL(emulatorUrl);
  let armed: { readonly deadly: Deadly | undefined; readonly pid: () => number } = { deadly: undefined, pid: () => 0 };
  let count = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isWrite = request.method === 'PUT' && isJournal(request.url ?? '');
    if (isWrite) count += 1;
    const isDue = isWrite && armed.deadly?.write === count;
    if (isDue && armed.deadly?.when === 'before') return kill(armed.pid());
    const answer = await forward(emulator, request, await buffer(request));
    if (isDue) return kill(armed.pid());
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((request, response) => {
    // A client that was killed has hung up: that is what is meant here.
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm: (deadly, pid) => {
      armed = { deadly, pid };
      count = 0;
    },
    writes: () => count,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function kill(pid: number): void {
  process.kill(pid, 'SIGKILL');
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function forward({ hostname, port }: URL, { method, url: path, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = ask({ hostname, port, method, path, headers }, (answer) => {
      const answered = (content: Buffer): void =>
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: content });
      buffer(answer).then(answered, reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
