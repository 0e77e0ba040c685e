// The history behind the GitHub double: commits with whole trees, branches, merges, differences.
import { createHash } from 'node:crypto';
import { type Hub, timestamp } from './hub.ts';
import type { Account, Commit, Repository } from './state.ts';

/** Text, or null to remove the file. */
export type FileChanges = Readonly<Record<string, string | null>>;

export interface FileDifference {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified';
  readonly additions: number;
  readonly deletions: number;
}

type Files = Commit['files'];

export function blobSha(text: string): string {
  return sha1(`blob ${Buffer.byteLength(text)}\0${text}`);
}

export function treeSha(files: Files): string {
  return sha1(JSON.stringify([...files].sort()));
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

export function addCommit(hub: Hub, { parents, message, author, files }: Omit<Commit, 'sha' | 'date'>): Commit {
  const date = timestamp(hub);
  // The id makes two commits of the same second with the same tree two commits.
  const sha = sha1(JSON.stringify([parents, message, author.login, date, treeSha(files), hub.nextId()]));
  const commit = { sha, parents, message, author, date, files };
  hub.state.commits.set(sha, commit);
  return commit;
}

export function changed(files: Files, changes: FileChanges): Files {
  const next = new Map(files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) next.delete(path);
    else next.set(path, text);
  }
  return next;
}

export function branchKey({ owner }: Repository, branch: string): string {
  return `${owner.login}:${branch}`;
}

export function commitOf(hub: Hub, sha: string): Commit {
  const commit = hub.state.commits.get(sha);
  if (commit === undefined) throw new Error(`There is no commit ${sha} in this GitHub double.`);
  return commit;
}

/** A SHA, a branch, `heads/<branch>`, `pull/<number>/head`, `pull/<number>/merge`. */
export function resolveRef(hub: Hub, ref: string): Commit | undefined {
  const { state } = hub;
  const short = ref.replace(/^refs\//, '');
  const ofPull = /^pull\/(\d+)\/(head|merge)$/.exec(short);
  const pull = ofPull === null ? undefined : state.issues.get(Number(ofPull[1]))?.pull;
  const pullSha = ofPull?.[2] === 'merge' ? pull?.mergeSha : pull?.headSha;
  const branch = state.branches.get(branchKey(state.repository, short.replace(/^heads\//, '')));
  return state.commits.get(pullSha ?? branch ?? short);
}

/** The newest commit that both come from. */
export function mergeBase(hub: Hub, one: string, other: string): Commit {
  const ofOther = new Set(ancestors(hub, other));
  return commitOf(hub, ancestors(hub, one).find((sha) => ofOther.has(sha)) ?? other);
}

/** Itself included, nearest first. */
export function ancestors(hub: Hub, sha: string): readonly string[] {
  const seen = new Set([sha]);
  for (const each of seen) for (const parent of commitOf(hub, each).parents) seen.add(parent);
  return [...seen];
}

export function difference(before: Files, after: Files): readonly FileDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path) => {
    const old = before.get(path);
    const now = after.get(path);
    if (old === now) return [];
    const status = old === undefined ? 'added' : now === undefined ? 'removed' : 'modified';
    const lines = { additions: linesMissing(now, old), deletions: linesMissing(old, now) };
    return [{ path, status, ...lines } as const];
  });
}

/** How many lines of one text are not in the other: near enough to what a diff counts. */
function linesMissing(text = '', other = ''): number {
  const left = new Map<string, number>();
  for (const line of linesOf(other)) left.set(line, (left.get(line) ?? 0) + 1);
  return linesOf(text).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

export type Merge = { readonly kind: 'conflict' } | { readonly kind: 'merged'; readonly files: Files };

/** Two sides that changed the same file to different texts are in conflict. */
export function mergeFiles(hub: Hub, baseSha: string, headSha: string): Merge {
  const { files: common } = mergeBase(hub, baseSha, headSha);
  const { files: base } = commitOf(hub, baseSha);
  const { files: head } = commitOf(hub, headSha);
  const ours = new Set(difference(common, base).map(({ path }) => path));
  const theirs = difference(common, head).map(({ path }) => path);
  if (theirs.some((path) => ours.has(path) && base.get(path) !== head.get(path))) return { kind: 'conflict' };
  return { kind: 'merged', files: changed(base, Object.fromEntries(theirs.map((path) => [path, head.get(path) ?? null]))) };
}

export function mergeCommit(hub: Hub, author: Account, baseSha: string, headSha: string): Commit | undefined {
  const merge = mergeFiles(hub, baseSha, headSha);
  if (merge.kind === 'conflict') return undefined;
  return addCommit(hub, { parents: [baseSha, headSha], message: `Merge ${headSha} into ${baseSha}`, author, files: merge.files });
}
