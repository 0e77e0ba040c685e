// Accounts of the GitHub double: people, bots, organizations; their roles, and how GitHub shows them.
import { type Answer, type Call, notFound, ok, type Route, refused } from './exchange.ts';
import { type Hub, type Json, nodeId } from './hub.ts';
import type { Account, App, Role, State } from './state.ts';

/** GitHub's own: the account and the app that a job's token belongs to. */
export const actionsBot: Account = {
  id: 41898282,
  login: 'github-actions[bot]',
  type: 'Bot',
  app: { id: 15368, slug: 'github-actions', name: 'GitHub Actions' },
};

export function accountOf({ state }: Pick<Hub, 'state'>, login: string): Account {
  const account = state.accounts.get(login.toLowerCase());
  if (account === undefined) throw new Error(`Nobody is called ${login} in this GitHub double.`);
  return account;
}

export function addAccount(state: State, account: Account): Account {
  state.accounts.set(account.login.toLowerCase(), account);
  return account;
}

export function roleOf({ state }: Pick<Hub, 'state'>, { login }: Account): Role {
  return state.roles.get(login.toLowerCase()) ?? 'none';
}

/** The account that an app comments with. */
export function botOf(slug: string, id: number): Account {
  return { id, login: `${slug}[bot]`, type: 'Bot', app: { id, slug, name: slug } };
}

export function setRole({ roles, customRoles }: State, login: string, role: Role, customRole?: string): void {
  roles.set(login.toLowerCase(), role);
  if (customRole === undefined) customRoles.delete(login.toLowerCase());
  else customRoles.set(login.toLowerCase(), customRole);
}

/** https://docs.github.com/en/graphql/reference/enums#commentauthorassociation */
export function associationOf(hub: Hub, account: Account): string {
  const { state } = hub;
  if (account.login === state.repository.owner.login) return 'OWNER';
  if ([...state.teams.values()].some((members) => members.has(account.login.toLowerCase()))) return 'MEMBER';
  return roleOf(hub, account) === 'none' ? 'NONE' : 'COLLABORATOR';
}

export function renderAccount({ url }: Pick<Hub, 'url'>, { id, login, type, app }: Account): Json {
  const api = `${url}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId(type === 'Bot' ? 'BOT' : type === 'User' ? 'U' : 'O', id),
    avatar_url: `${url}/avatars/${id}`,
    gravatar_id: '',
    url: api,
    html_url: app === undefined ? `${url}/${login}` : `${url}/apps/${app.slug}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

const ownerOfApps: Account = { id: 9919, login: 'github', type: 'Organization' };
const appsCreatedAt = '2018-07-30T09:30:17Z';

export function renderApp(hub: Hub, { id, slug, name }: App): Json {
  return {
    id,
    client_id: `Iv1.${id}`,
    slug,
    node_id: nodeId('A', id),
    owner: renderAccount(hub, ownerOfApps),
    name,
    description: '',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${hub.url}/apps/${slug}`,
    created_at: appsCreatedAt,
    updated_at: appsCreatedAt,
    permissions: { checks: 'write', contents: 'write', issues: 'write', metadata: 'read', pull_requests: 'write' },
    events: ['check_run', 'issue_comment', 'pull_request', 'push'],
  };
}

/** What wrote it in a person's or a bot's name. */
export function renderVia(hub: Hub, { app }: Account): Json | null {
  return app === undefined ? null : renderApp(hub, app);
}

function renderProfile(hub: Hub, account: Account): Json {
  const nothing = { name: null, company: null, blog: '', location: null, email: null, hireable: null, bio: null };
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
  const { createdAt } = hub.state.repository;
  return {
    ...renderAccount(hub, account),
    ...nothing,
    twitter_username: null,
    ...counts,
    created_at: createdAt,
    updated_at: createdAt,
  };
}

/** GitHub folds the newer roles into the older permissions: `maintain` into write, `triage` into read. */
const permissionOfRole: Readonly<Record<Role, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};

function renderPermission(hub: Hub, account: Account): Json {
  const { repository, customRoles } = hub.state;
  const given = roleOf(hub, account);
  // Everybody can read what is public.
  const role = given === 'none' && !repository.isPrivate ? 'read' : given;
  const name = customRoles.get(account.login.toLowerCase()) ?? role;
  const at = ['read', 'triage', 'write', 'maintain', 'admin'].indexOf(role);
  const permissions = { admin: at >= 4, maintain: at >= 3, push: at >= 2, triage: at >= 1, pull: at >= 0 };
  const user = { ...renderAccount(hub, account), permissions, role_name: name };
  return { permission: permissionOfRole[role], role_name: name, user };
}

function ifKnown({ hub, params: { username = '' } }: Call, answer: (account: Account) => Answer): Answer {
  const account = hub.state.accounts.get(username.toLowerCase());
  return account === undefined ? notFound : answer(account);
}

function permissionOf(call: Call): Answer {
  return ifKnown(call, (account) => {
    if (account.type !== 'User') return refused(404, `${account.login} is not a user`);
    return ok(renderPermission(call.hub, account));
  });
}

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/user',
    needs: [],
    handle: ({ hub, caller }) => ok(renderProfile(hub, caller)),
  },
  {
    method: 'GET',
    path: '/users/{username}',
    needs: [],
    handle: (call) => ifKnown(call, (account) => ok(renderProfile(call.hub, account))),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    needs: ['metadata=read'],
    handle: permissionOf,
  },
];
