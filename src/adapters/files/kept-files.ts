// Implements the KeptFiles port with a folder: the job keeps it as its artifact, or a person looks into it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../define/failure.ts';
import type { KeptFiles } from '../../ports/kept-files.ts';

export interface KeptFilesSettings {
  /** Made when the first file is kept. */
  readonly folder: string;
  /** Blacks secrets out: nothing is written without it. */
  readonly redact: (content: string) => string;
}

/** A name is one of our own, and never a way out of the folder. */
const nameForm = /^[a-z0-9][a-z0-9-]{0,60}\.[a-z]{2,4}$/;

/** @throws a Failure `files/bad-name`, `files/not-written` */
export function openKeptFiles({ folder, redact }: KeptFilesSettings): KeptFiles {
  return {
    keep: async (name, content) => {
      if (!nameForm.test(name)) throw badName(name);
      const path = join(folder, name);
      try {
        await mkdir(folder, { recursive: true });
        // Evidence is for whoever is on call, not for everybody who has an account on the machine.
        await writeFile(path, redact(content), { mode: 0o600 });
      } catch (error) {
        throw notWritten(path, error);
      }
      return path;
    },
  };
}

function badName(name: string) {
  return failure({
    code: 'files/bad-name',
    what: `${JSON.stringify(name.slice(0, 60))} is no name for a file that is kept.`,
    next: 'Name it by lower case letters, digits, hyphens and an ending, without a folder.',
  });
}

function notWritten(path: string, cause: unknown) {
  return failure({
    code: 'files/not-written',
    what: `Could not write ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    next: 'Make room, or choose a folder that this user may write to; then run again.',
    cause,
  });
}
