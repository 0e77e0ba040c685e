// Decides what the GitHub double answers to a request: token, rate limit, route, permission, then the resource itself.
import { createHash } from 'node:crypto';
import { type AppProof, readAppProof } from './app-installations.ts';
import { type Answer, notFound, refused } from './exchange.ts';
import type { Hub, Json } from './hub.ts';
import { cutPage } from './pagination.ts';
import { type FoundRoute, findRoute } from './routes.ts';
import { bearerOf, mayCall, permissionsOf, type TokenGrant, type Tokens, tokenIn } from './tokens.ts';

export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** For the journal: whom the token stands for, and the route. */
  readonly login?: string;
  readonly route?: string;
  readonly isUnsupported: boolean;
}

interface Judged {
  readonly answer: Answer;
  readonly login?: string;
  readonly route?: string;
  readonly isUnsupported?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export function respond(hub: Hub, tokens: Tokens, request: Request): Response {
  const { answer, headers: judged = {}, isUnsupported = false, ...facts } = judge(hub, tokens, request);
  const { status, text, headers } = written(answer, request.url);
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
  const isCacheable = request.method === 'GET' && status === 200;
  const isKnown = isCacheable && request.headers['if-none-match'] === etag;
  const all = { ...judged, ...limitHeaders(hub), ...(isCacheable && { etag }) };
  if (isKnown) return { status: 304, text: '', headers: all, isUnsupported, ...facts };
  return { status, text, headers: { ...headers, ...all }, isUnsupported, ...facts };
}

function judge(hub: Hub, tokens: Tokens, request: Request): Judged {
  const identified = identify(hub, tokens, request);
  if (identified.kind === 'refused') return identified;
  const { grant } = identified;
  const { login } = bearerOf(hub, grant);
  const { method, url } = request;
  if (url.pathname !== '/rate_limit' && !hub.limiter.take())
    return { answer: refused(403, 'API rate limit exceeded for installation.'), login };
  const found = findRoute(method, url.pathname);
  if (found === undefined) {
    const message = `The GitHub double of this rehearsal does not know ${method} ${url.pathname}.`;
    return { answer: refused(404, message), login, isUnsupported: true };
  }
  const route = `${found.route.method} ${found.route.path.replace('{+', '{')}`;
  const { needs } = found.route;
  const headers = needs.length === 0 ? {} : { 'x-accepted-github-permissions': needs.join('; ') };
  return { answer: handle(hub, grant, request, found), login, route, headers };
}

function identify(hub: Hub, tokens: Tokens, { headers: { authorization } }: Request): AppProof {
  if (typeof authorization !== 'string') return { kind: 'refused', answer: refused(401, 'Requires authentication') };
  const grant = tokens.find(authorization, hub.now());
  if (grant !== undefined) return { kind: 'grant', grant };
  return readAppProof(hub, tokenIn(authorization)) ?? { kind: 'refused', answer: refused(401, 'Bad credentials') };
}

function handle(hub: Hub, grant: TokenGrant, request: Request, { route, params }: FoundRoute): Answer {
  const permissions = permissionsOf(hub, grant);
  // Who may not even see the repository learns nothing about it.
  if (!isOurs(hub, params) || (params.owner !== undefined && permissions.metadata === undefined)) return notFound;
  if (!mayCall(permissions, route.needs)) {
    const what = grant.kind === 'person' ? 'personal access token' : 'integration';
    return refused(403, `Resource not accessible by ${what}`);
  }
  const body = parseBody(request.text);
  if (body === undefined) return refused(400, 'Problems parsing JSON');
  const { searchParams: query } = request.url;
  const accept = String(request.headers.accept ?? '');
  return route.handle({ hub, caller: bearerOf(hub, grant), grant, params, query, body, accept });
}

/** There is one repository; names do not mind case. */
function isOurs(
  { state: { repository } }: Hub,
  { owner = repository.owner.login, repo = repository.name }: FoundRoute['params'],
): boolean {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return same(owner, repository.owner.login) && same(repo, repository.name);
}

function parseBody(text: string): Json | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { labels: value };
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

interface Written {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const json = { 'content-type': 'application/json; charset=utf-8', 'x-github-media-type': 'github.v3; format=json' } as const;
const raw = {
  'content-type': 'application/vnd.github.raw+json; charset=utf-8',
  'x-github-media-type': 'github.v3; param=raw; format=json',
} as const;

function written(answer: Answer, url: URL): Written {
  switch (answer.kind) {
    case 'json':
      return { status: answer.status, text: JSON.stringify(answer.body), headers: { ...json, ...answer.headers } };
    case 'raw':
      return { status: 200, text: answer.text, headers: raw };
    case 'empty':
      return { status: answer.status, text: '', headers: {} };
    case 'list': {
      const { items, link } = cutPage(answer.items, url);
      const body = answer.wrap === undefined ? items : answer.wrap(items);
      return { status: 200, text: JSON.stringify(body), headers: { ...json, ...(link !== undefined && { link }) } };
    }
    default:
      return answer satisfies never;
  }
}

function limitHeaders({ limiter }: Hub): Readonly<Record<string, string>> {
  const { limit, remaining, used, reset } = limiter.read();
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
  };
}
