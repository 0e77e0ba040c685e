// GitHub Apps of the GitHub double: an App proves who it is by a JWT, and gets tokens that end after an hour.
import { createPublicKey, createVerify } from 'node:crypto';
import { addAccount, botOf } from './accounts.ts';
import { type Answer, type Call, created, notFound, type Permissions, type Route, refused, texts } from './exchange.ts';
import type { Hub, Json } from './hub.ts';
import { renderRepository } from './repository.ts';
import type { Installation } from './state.ts';
import { mayCall, type TokenGrant } from './tokens.ts';

export interface NewInstallation {
  /** Its account is `<slug>[bot]`. */
  readonly slug: string;
  /** As PEM: what GitHub keeps of the pair that it made. */
  readonly publicKey: string;
  readonly permissions: Permissions;
}

/** @returns what GitHub shows on the pages of the App */
export function installApp(hub: Hub, { slug, publicKey, permissions }: NewInstallation): Installation {
  const known = hub.state.accounts.get(`${slug}[bot]`);
  const { login } = known ?? addAccount(hub.state, botOf(slug, hub.nextId()));
  const installation = { id: hub.nextId(), appId: hub.nextId(), login, publicKey, permissions, isSuspended: false };
  hub.state.installations.set(installation.id, installation);
  return installation;
}

export function suspendInstallation(hub: Hub, id: number): void {
  const installation = hub.state.installations.get(id);
  if (installation === undefined) throw new Error(`There is no installation ${id} in this GitHub double.`);
  hub.state.installations.set(id, { ...installation, isSuspended: true });
}

/** https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
const longestLifeSeconds = 600;

export type AppProof =
  | { readonly kind: 'grant'; readonly grant: TokenGrant }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** @returns nothing when the token is no JWT */
export function readAppProof(hub: Hub, token: string): AppProof | undefined {
  const [header, payload, signature, ...more] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return undefined;
  const claims = decoded(payload);
  if (decoded(header)?.alg !== 'RS256' || claims === undefined)
    return { kind: 'refused', answer: refused(401, 'A JSON web token could not be decoded') };
  const installation = [...hub.state.installations.values()].find(({ appId }) => String(appId) === String(claims.iss));
  if (installation === undefined) return { kind: 'refused', answer: refused(404, 'Integration not found') };
  const isSigned = createVerify('RSA-SHA256')
    .update(`${header}.${payload}`)
    .verify(createPublicKey(installation.publicKey), signature, 'base64url');
  if (!isSigned) return { kind: 'refused', answer: refused(401, 'A JSON web token could not be decoded') };
  const wrong = wrongTime(claims, hub.now().getTime() / 1000);
  if (wrong !== undefined) return { kind: 'refused', answer: refused(401, wrong) };
  return { kind: 'grant', grant: { kind: 'app', appId: installation.appId, login: installation.login } };
}

function decoded(part: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

function wrongTime({ iat, exp }: Json, nowSeconds: number): string | undefined {
  if (typeof iat !== 'number' || !Number.isInteger(iat) || iat > nowSeconds)
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
  if (typeof exp !== 'number' || exp <= nowSeconds)
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  return exp > nowSeconds + longestLifeSeconds ? "'Expiration time' claim ('exp') is too far in the future" : undefined;
}

const tokenLifeMs = 3_600_000;

function createToken({ hub, grant, params, body }: Call): Answer {
  if (grant.kind !== 'app') return refused(401, 'A JSON web token could not be decoded');
  const installation = hub.state.installations.get(Number(params.installation_id));
  if (installation === undefined || installation.appId !== grant.appId) return notFound;
  if (installation.isSuspended) return refused(403, 'This installation has been suspended');
  const asked = (body.permissions ?? installation.permissions) as Permissions;
  const isGranted = Object.entries(asked).every(([name, level]) => mayCall(installation.permissions, [`${name}=${level}`]));
  if (!isGranted) return refused(422, 'The permissions requested are not granted to this installation.');
  const names = texts(body, 'repositories');
  const { repository } = hub.state;
  if (names?.some((name) => name.toLowerCase() !== repository.name.toLowerCase())) {
    const message = 'There is at least one repository that does not exist or is not accessible to the parent installation.';
    return refused(422, message);
  }
  const expiresAt = new Date(hub.now().getTime() + tokenLifeMs);
  const token = hub.issueToken({ kind: 'installation', login: installation.login, permissions: asked, expiresAt });
  return created({
    token,
    expires_at: expiresAt.toISOString().replace(/\.\d+Z$/, 'Z'),
    permissions: { metadata: 'read', ...asked },
    repository_selection: 'selected',
    ...(names !== undefined && { repositories: [renderRepository(hub, repository)] }),
  });
}

export const installationRoutes: readonly Route[] = [
  { method: 'POST', path: '/app/installations/{installation_id}/access_tokens', needs: [], handle: createToken },
];
