// Lists a folder of synthesized stacks without following links, and reads the files that are asked for, up to a size.
import { constants, type Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../define/failure.ts';

export interface FolderEntry {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** 0 of everything but files. */
  readonly sizeBytes: number;
  /** Of a file that is read and not too large. */
  readonly bytes?: Uint8Array;
}

export interface StackFolderLimits {
  /** Names of the files that are read; of all others only the name is of interest. */
  readonly reads: readonly string[];
  readonly maxFileBytes: number;
  /** A folder with more than that was not written by us. */
  readonly maxEntries: number;
}

/**
 * Everything in the folder, at any depth, sorted by path: hidden files, links and sockets, too.
 *
 * @throws a Failure `files/no-folder` if there is no such folder, `files/too-many` if there is too much in it
 */
export async function readStackFolder(folder: string, limits: StackFolderLimits): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await list(join(folder, path))) {
      if (entries.length >= limits.maxEntries) throw tooMany(folder, limits);
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      const kind = kindOf(entry);
      entries.push({
        path: inner,
        kind,
        ...(await content(join(folder, inner), kind, limits.reads.includes(entry.name), limits)),
      });
      if (kind === 'folder') await visit(inner);
    }
  };
  await visit('');
  return entries.sort((left, right) => (left.path < right.path ? -1 : 1));
}

async function list(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw failure({
      code: 'files/no-folder',
      what: `${folder} cannot be read as a folder.`,
      next: 'Give the folder that `opsdeck synth` wrote to.',
      cause,
    });
  }
}

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

type Content = Pick<FolderEntry, 'sizeBytes' | 'bytes'>;

async function content(path: string, kind: FolderEntry['kind'], isRead: boolean, limits: StackFolderLimits): Promise<Content> {
  if (kind !== 'file') return { sizeBytes: 0 };
  if (!isRead) return { sizeBytes: (await lstat(path)).size };
  // A file that has become a link since it was listed is not opened, a pipe does not keep us waiting.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size: sizeBytes } = await file.stat();
    if (sizeBytes > limits.maxFileBytes) return { sizeBytes };
    return { sizeBytes, bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}

function tooMany(folder: string, { maxEntries }: StackFolderLimits) {
  return failure({
    code: 'files/too-many',
    what: `${folder} holds more than ${maxEntries} files and folders: a synthesis writes a few.`,
    next: 'Give the folder that `opsdeck synth` wrote to, and nothing else in it.',
  });
}
