// Files of the GitHub double, at any commit.
import { type Answer, type Call, notFound, ok, type Route } from './exchange.ts';
import { blobSha, resolveRef } from './git.ts';
import { apiUrl, type Hub, type Json, pageUrl } from './hub.ts';
import type { Commit } from './state.ts';

interface Entry {
  readonly path: string;
  readonly type: 'file' | 'dir';
  /** Of a file. */
  readonly text: string;
}

/** Of larger files only the raw media type has the content: https://docs.github.com/en/rest/repos/contents#get-repository-content */
const mostInlineBytes = 1024 * 1024;

function getContents({ hub, params: { path = '' }, query, accept }: Call): Answer {
  const ref = query.get('ref') ?? hub.state.repository.defaultBranch;
  const commit = resolveRef(hub, ref);
  if (commit === undefined) return notFound;
  const text = commit.files.get(path);
  if (text === undefined) return listFolder(hub, commit, path.replace(/\/$/, ''), ref);
  if (accept.includes('.raw')) return { kind: 'raw', text };
  if (Buffer.byteLength(text) > mostInlineBytes) {
    return ok({ ...renderEntry(hub, { path, type: 'file', text }, ref), encoding: 'none', content: '' });
  }
  const content = Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
  return ok({ ...renderEntry(hub, { path, type: 'file', text }, ref), encoding: 'base64', content: `${content}\n` });
}

function listFolder(hub: Hub, { files }: Commit, folder: string, ref: string): Answer {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, Entry>();
  for (const [path, text] of files) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    const child = `${prefix}${name}`;
    entries.set(child, rest.length === 0 ? { path: child, type: 'file', text } : { path: child, type: 'dir', text: '' });
  }
  return entries.size === 0 ? notFound : ok([...entries.values()].map((entry) => renderEntry(hub, entry, ref)));
}

function renderEntry(hub: Hub, { path, type, text }: Entry, ref: string): Json {
  const place = encodeURI(path);
  const sha = blobSha(text);
  const url = `${apiUrl(hub)}/contents/${place}?ref=${encodeURIComponent(ref)}`;
  const kind = type === 'file' ? 'blob' : 'tree';
  const git = `${apiUrl(hub)}/git/${kind}s/${sha}`;
  const page = `${pageUrl(hub)}/${kind}/${ref}/${place}`;
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    size: Buffer.byteLength(text),
    url,
    html_url: page,
    git_url: git,
    download_url: type === 'file' ? `${pageUrl(hub)}/raw/${ref}/${place}` : null,
    type,
    _links: { self: url, git, html: page },
  };
}

export const contentRoutes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/contents/{+path}', needs: ['contents=read'], handle: getContents },
];
