// Tokens of the GitHub double: whom each stands for, and what it may do.
import { createHash } from 'node:crypto';
import { accountOf, actionsBot, roleOf } from './accounts.ts';
import type { Level, Permissions } from './exchange.ts';
import type { Hub } from './hub.ts';
import type { Account, Role } from './state.ts';

export type TokenGrant =
  /** A job's own token: `github-actions[bot]` with the permissions of the job. */
  | { readonly kind: 'job'; readonly permissions: Permissions }
  /** A person's token: it may do what the person's role allows. */
  | { readonly kind: 'person'; readonly login: string }
  /** What an App shows by its JWT; it may only ask for tokens. */
  | { readonly kind: 'app'; readonly appId: number; readonly login: string }
  /** A token of an App's installation. */
  | { readonly kind: 'installation'; readonly login: string; readonly permissions: Permissions; readonly expiresAt: Date };

export interface Tokens {
  issue(grant: TokenGrant): string;
  revoke(token: string): void;
  /** What has ended is gone. */
  find(authorization: string | undefined, now: Date): TokenGrant | undefined;
}

export function createTokens(): Tokens {
  const grants = new Map<string, TokenGrant>();
  let count = 0;
  return {
    issue: (grant) => {
      count += 1;
      const secret = createHash('sha256').update(`${grant.kind} ${count}`).digest('hex').slice(0, 36);
      const token = `${grant.kind === 'person' ? 'ghp' : 'ghs'}_${secret}`;
      grants.set(token, grant);
      return token;
    },
    revoke: (token) => {
      grants.delete(token);
    },
    find: (authorization = '', now) => {
      const grant = grants.get(tokenIn(authorization));
      return grant?.kind === 'installation' && grant.expiresAt <= now ? undefined : grant;
    },
  };
}

export function tokenIn(authorization: string): string {
  return authorization.replace(/^(token|bearer) /i, '');
}

export function bearerOf(hub: Hub, grant: TokenGrant): Account {
  return grant.kind === 'job' ? actionsBot : accountOf(hub, grant.login);
}

const reader: Permissions = {
  metadata: 'read',
  contents: 'read',
  actions: 'read',
  checks: 'read',
  statuses: 'read',
  deployments: 'read',
  members: 'read',
  // Who can read can discuss.
  issues: 'write',
  pull_requests: 'write',
};
const writer: Permissions = {
  ...reader,
  actions_variables: 'write',
  contents: 'write',
  actions: 'write',
  statuses: 'write',
  deployments: 'write',
  checks: 'write',
};

const permissionsOfRole: Readonly<Record<Role, Permissions>> = {
  none: {},
  read: reader,
  triage: reader,
  write: writer,
  maintain: writer,
  admin: { ...writer, administration: 'write' },
};

export function permissionsOf(hub: Hub, grant: TokenGrant): Permissions {
  if (grant.kind === 'app') return {};
  if (grant.kind === 'person') return permissionsOfRole[roleOf(hub, bearerOf(hub, grant))];
  // Every token of an app has it.
  return { metadata: 'read', ...grant.permissions };
}

const rank: Readonly<Record<string, number>> = { read: 1, write: 2, admin: 3 } satisfies Record<Level, number>;

/** Any one of the needs is enough. Stricter than GitHub with public repositories, where everybody may read. */
export function mayCall(permissions: Permissions, needs: readonly string[]): boolean {
  return needs.length === 0 || needs.some((need) => isGranted(permissions, need));
}

function isGranted(permissions: Permissions, need: string): boolean {
  const [name = '', level = ''] = need.split('=');
  return (rank[permissions[name] ?? ''] ?? 0) >= (rank[level] ?? Number.POSITIVE_INFINITY);
}
