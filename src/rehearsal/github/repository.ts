// The repository of the GitHub double and its forks, as GitHub shows them.
import { renderAccount } from './accounts.ts';
import { ok, type Route } from './exchange.ts';
import { type Hub, type Json, nodeId } from './hub.ts';
import type { Repository } from './state.ts';

const urlTemplates: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** A fork that its owner has deleted. */
export function isGone({ state }: Pick<Hub, 'state'>, { id, isFork }: Repository): boolean {
  return isFork && ![...state.forks.values()].some((fork) => fork.id === id);
}

/** What most objects carry of the repository. */
export function renderMinimalRepository(hub: Hub, { id, owner, name, isFork, isPrivate }: Repository): Json {
  const fullName = `${owner.login}/${name}`;
  const api = `${hub.url}/repos/${fullName}`;
  const urls = Object.entries(urlTemplates).map(([field, template]) => [field, `${api}${template}`]);
  return {
    id,
    node_id: nodeId('R', id),
    name,
    full_name: fullName,
    private: isPrivate,
    owner: renderAccount(hub, owner),
    html_url: `${hub.url}/${fullName}`,
    description: null,
    fork: isFork,
    url: api,
    ...Object.fromEntries(urls),
  };
}

export function renderRepository(hub: Hub, repository: Repository): Json {
  const { defaultBranch, isPrivate, createdAt } = repository;
  const minimal = renderMinimalRepository(hub, repository);
  const page = String(minimal.html_url);
  const open = [...hub.state.issues.values()].filter(({ state }) => state === 'open').length;
  return {
    ...minimal,
    clone_url: `${page}.git`,
    git_url: `${page.replace(/^http/, 'git')}.git`,
    ssh_url: `git@github.com:${minimal.full_name}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: 'TypeScript',
    license: null,
    default_branch: defaultBranch,
    visibility: isPrivate ? 'private' : 'public',
    ...{ forks: hub.state.forks.size, forks_count: hub.state.forks.size, open_issues: open, open_issues_count: open },
    ...{ size: 1, stargazers_count: 0, watchers: 0, watchers_count: 0, topics: [] },
    ...{ has_issues: true, has_projects: false, has_wiki: false, has_pages: false, has_downloads: false, has_discussions: false },
    ...{ archived: false, disabled: false, is_template: false, allow_forking: true, web_commit_signoff_required: false },
    ...{ created_at: createdAt, updated_at: createdAt, pushed_at: createdAt },
  };
}

export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    needs: ['metadata=read'],
    handle: ({ hub }) => ok({ ...renderRepository(hub, hub.state.repository), network_count: 0, subscribers_count: 0 }),
  },
];
