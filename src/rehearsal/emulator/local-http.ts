// Looks at ports and asks questions on 127.0.0.1, with a connection of its own for each.
import { get } from 'node:http';
import { createServer } from 'node:net';

const answerTimeoutSeconds = 30;

/** Free at this moment; somebody else may take it in the next. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The process that answers there, if one does. */
export async function processAt(url: string): Promise<number | undefined> {
  try {
    return (await ask(url)).processId;
  } catch {
    return undefined;
  }
}

export async function getJson(url: string): Promise<unknown> {
  return JSON.parse((await ask(url)).text);
}

interface Answer {
  readonly text: string;
  readonly processId: number;
}

function ask(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, timeout: answerTimeoutSeconds * 1000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve({ text, processId: Number(response.headers['x-process-id']) });
        else reject(new Error(`${url} answered with ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    request.once('timeout', () => request.destroy(new Error(`${url} did not answer within ${answerTimeoutSeconds} s`)));
    request.once('error', reject);
  });
}
