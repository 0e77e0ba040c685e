// Teams of the organization in the GitHub double, and who is in them.
import { renderAccount } from './accounts.ts';
import { type Answer, type Call, notFound, ok, type Route } from './exchange.ts';
import { type Hub, type Json, nodeId } from './hub.ts';

function withTeam({ hub, params }: Call, act: (slug: string, members: ReadonlySet<string>) => Answer): Answer {
  const { org = '', team_slug: slug = '' } = params;
  const members = hub.state.teams.get(slug.toLowerCase());
  const isOurs = org.toLowerCase() === hub.state.repository.owner.login.toLowerCase();
  return isOurs && members !== undefined ? act(slug.toLowerCase(), members) : notFound;
}

function membershipOf(call: Call): Answer {
  const { username = '' } = call.params;
  return withTeam(call, (slug, members) => {
    const url = `${teamUrl(call.hub, slug)}/memberships/${username}`;
    return members.has(username.toLowerCase()) ? ok({ url, role: 'member', state: 'active' }) : notFound;
  });
}

function teamUrl({ url, state }: Hub, slug: string): string {
  return `${url}/orgs/${state.repository.owner.login}/teams/${slug}`;
}

function renderTeam(hub: Hub, slug: string, members: ReadonlySet<string>): Json {
  const { owner, createdAt } = hub.state.repository;
  const api = teamUrl(hub, slug);
  const times = { created_at: createdAt, updated_at: createdAt };
  return {
    id: [...hub.state.teams.keys()].indexOf(slug) + 1,
    node_id: nodeId('T', slug),
    ...{ url: api, members_url: `${api}/members{/member}`, repositories_url: `${api}/repos` },
    html_url: `${hub.url}/orgs/${owner.login}/teams/${slug}`,
    ...{ name: slug, slug, description: null, privacy: 'closed', permission: 'pull', parent: null, type: 'organization' },
    ...{ members_count: members.size, repos_count: 1, ...times },
    organization: renderOrganizationProfile(hub, times),
  };
}

function renderOrganizationProfile(hub: Hub, times: Json): Json {
  const { owner } = hub.state.repository;
  const { login, id, node_id, avatar_url, html_url } = renderAccount(hub, owner);
  const url = `${hub.url}/orgs/${login}`;
  const links = {
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
  };
  const members = { members_url: `${url}/members{/member}`, public_members_url: `${url}/public_members{/member}` };
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
  const features = { has_organization_projects: false, has_repository_projects: false, archived_at: null };
  const shown = { login, id, node_id, avatar_url, html_url, description: null, type: 'Organization' };
  return { ...shown, url, ...links, ...members, ...counts, ...features, ...times };
}

export const teamRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/memberships/{username}',
    needs: ['members=read'],
    handle: membershipOf,
  },
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}',
    needs: ['members=read'],
    handle: (call) => withTeam(call, (slug, members) => ok(renderTeam(call.hub, slug, members))),
  },
];
