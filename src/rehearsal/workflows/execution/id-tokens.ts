// A small local server that gives a job its ID tokens, as GitHub's does.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, Repository } from '../options.ts';
import { type Claims, defaultAudience, withTimes } from '../rules/claims.ts';

export interface IdTokenAccess {
  /** Already has a query: whoever asks for an audience appends `&audience=`. */
  readonly url: string;
  readonly requestToken: string;
}

export interface IdTokens {
  /** Lets one job ask for tokens with these claims until it is closed again. */
  open(claims: Claims): Promise<IdTokenAccess>;
  close(access: IdTokenAccess): void;
  stop(): Promise<void>;
}

export interface IdTokensOptions {
  readonly repository: Repository;
  readonly clock: Clock;
  readonly randomId: () => string;
}

export function openIdTokens({ repository, clock, randomId }: IdTokensOptions): IdTokens {
  const claimsByRequestToken = new Map<string, Claims>();
  const key = randomId();
  let server: Promise<Server> | undefined;

  const answer = (request: IncomingMessage): string | undefined => {
    const claims = claimsByRequestToken.get(request.headers.authorization?.replace(/^bearer /i, '') ?? '');
    if (claims === undefined) return undefined;
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience');
    return sign(withTimes(claims, asked ?? defaultAudience(repository), clock.nowMs(), randomId()), key);
  };

  return {
    open: async (claims) => {
      server ??= listen(answer);
      const { port } = (await server).address() as AddressInfo;
      const requestToken = randomId();
      claimsByRequestToken.set(requestToken, claims);
      return { url: `http://127.0.0.1:${port}/idtoken?api-version=2.0`, requestToken };
    },
    close: ({ requestToken }) => void claimsByRequestToken.delete(requestToken),
    stop: async () => {
      const listening = await server;
      listening?.closeAllConnections();
      await new Promise<void>((resolve) => (listening ? listening.close(() => resolve()) : resolve()));
    },
  };
}

function listen(answer: (request: IncomingMessage) => string | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    const value = answer(request);
    response.writeHead(value === undefined ? 401 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value === undefined ? { message: 'Bad credentials' } : { count: value.length, value }));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** A JSON Web Token with a key of this runner: good for whoever looks at the claims, worthless in any real cloud. */
function sign(claims: Claims, key: string): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${encode({ typ: 'JWT', alg: 'HS256', kid: 'workflow-runner' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}
