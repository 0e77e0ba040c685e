// Commits and refs of the GitHub double, as its API shows them.
import { renderAccount } from './accounts.ts';
import { type Answer, type Call, notFound, ok, type Route, refused } from './exchange.ts';
import { resolveRef, treeSha } from './git.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl } from './hub.ts';
import type { Account, Commit } from './state.ts';

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null } as const;

export function renderPerson({ login }: Account): { readonly name: string; readonly email: string } {
  return { name: login, email: `${login.replace('[bot]', '')}@users.noreply.github.com` };
}

export function renderCommit(hub: Hub, { sha, message, author, date, parents, files }: Commit): Json {
  const url = `${apiUrl(hub)}/commits/${sha}`;
  const signed = { ...renderPerson(author), date };
  const tree = treeSha(files);
  return {
    url,
    sha,
    node_id: nodeId('C', sha),
    html_url: `${pageUrl(hub)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${apiUrl(hub)}/git/commits/${sha}`,
      author: signed,
      committer: signed,
      message,
      tree: { sha: tree, url: `${apiUrl(hub)}/git/trees/${tree}` },
      comment_count: 0,
      verification: unsigned,
    },
    author: renderAccount(hub, author),
    committer: renderAccount(hub, author),
    parents: parents.map((parent) => renderParent(hub, parent)),
  };
}

function renderParent(hub: Hub, sha: string): Json {
  return { sha, url: `${apiUrl(hub)}/commits/${sha}`, html_url: `${pageUrl(hub)}/commit/${sha}` };
}

function renderGitCommit(hub: Hub, { sha, message, author, date, parents, files }: Commit): Json {
  const signed = { ...renderPerson(author), date };
  const tree = treeSha(files);
  return {
    sha,
    node_id: nodeId('C', sha),
    url: `${apiUrl(hub)}/git/commits/${sha}`,
    html_url: `${pageUrl(hub)}/commit/${sha}`,
    author: signed,
    committer: signed,
    message,
    tree: { sha: tree, url: `${apiUrl(hub)}/git/trees/${tree}` },
    parents: parents.map((parent) => renderParent(hub, parent)),
    verification: unsigned,
  };
}

function getRef({ hub, params: { ref = '' } }: Call): Answer {
  const commit = /^(heads|pull)\//.test(ref) ? resolveRef(hub, ref) : undefined;
  if (commit === undefined) return notFound;
  const { sha } = commit;
  const object = { type: 'commit', sha, url: `${apiUrl(hub)}/git/commits/${sha}` };
  return ok({ ref: `refs/${ref}`, node_id: nodeId('REF', ref), url: `${apiUrl(hub)}/git/refs/${ref}`, object });
}

const needs = ['contents=read'] as const;

export const commitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}',
    needs,
    handle: ({ hub, params: { ref = '' }, accept }) => {
      const commit = resolveRef(hub, ref);
      if (commit === undefined) return refused(422, `No commit found for SHA: ${ref}`);
      return accept.includes('.sha') ? { kind: 'raw', text: commit.sha } : ok(renderCommit(hub, commit));
    },
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/ref/{+ref}', needs, handle: getRef },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    needs,
    handle: ({ hub, params: { commit_sha: sha = '' } }) => {
      const commit = hub.state.commits.get(sha);
      return commit === undefined ? notFound : ok(renderGitCommit(hub, commit));
    },
  },
];
