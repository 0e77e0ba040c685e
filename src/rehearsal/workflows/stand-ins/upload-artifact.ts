// Stands in for actions/upload-artifact: copies the files into a folder of the run.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { findFiles, searchRoot } from '../execution/globs.ts';
import type { StandIn, StandInStep } from '../options.ts';
import { checkArtifactName } from './artifacts.ts';
import { isTrue } from './inputs.ts';

export function uploadArtifact(folder: string): StandIn {
  return {
    about: 'keeps the artifact in a folder of this machine',
    inputs: {
      name: 'artifact',
      path: '',
      'if-no-files-found': 'warn',
      'retention-days': '',
      'compression-level': '6',
      overwrite: 'false',
      'include-hidden-files': 'false',
    },
    main: (step) => upload(step, folder),
  };
}

async function upload(step: StandInStep, folder: string): Promise<void> {
  const { inputs, run, env } = step;
  const name = checkArtifactName(inputs.name ?? '');
  const workspace = env.GITHUB_WORKSPACE ?? '';
  const patterns = (inputs.path ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (patterns.length === 0) throw new Error('Input required and not supplied: path');
  const files = findFiles({ folder: workspace, patterns, includeHidden: isTrue(inputs['include-hidden-files']) });
  if (files.length === 0) return nothingFound(step, patterns);
  const target = join(folder, String(run.id), name);
  if (isTrue(inputs.overwrite)) await rm(target, { recursive: true, force: true });
  else if (await exists(target)) {
    throw new Error(
      `Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the workflow run: ${name}`,
    );
  }
  const root = rootOf(files, patterns, workspace);
  for (const file of files) {
    const copy = join(target, relative(root, file));
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(file, copy);
  }
  step.log(`Artifact ${name} has been uploaded: ${files.length} files.`);
  step.setOutput('artifact-id', idOf(run.id, name));
}

function nothingFound({ inputs, warn, log }: StandInStep, patterns: readonly string[]): void {
  const message = `No files were found with the provided path: ${patterns.join(', ')}. No artifacts will be uploaded.`;
  const reaction = inputs['if-no-files-found'];
  if (reaction === 'error') throw new Error(message);
  if (reaction === 'warn') warn(message);
  else log(message);
}

/** One file stands at the top of its artifact; otherwise paths start at what all searches have in common. */
function rootOf(files: readonly string[], patterns: readonly string[], workspace: string): string {
  const roots = patterns.filter((pattern) => !pattern.startsWith('!')).map((pattern) => searchRoot(workspace, pattern));
  const [only] = roots;
  if (roots.length === 1 && only !== undefined) return files[0] === only ? dirname(only) : only;
  const folders = roots.map((root) => (files.includes(root) ? dirname(root) : root).split('/'));
  const [first = []] = folders;
  const differs = first.findIndex((segment, at) => folders.some((other) => other[at] !== segment));
  return first.slice(0, differs < 0 ? undefined : differs).join('/') || '/';
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** A number, as GitHub's ids are, that is the same for the same artifact. */
function idOf(runId: number, name: string): string {
  return String(
    createHash('sha256')
      .update(`${runId}/${basename(name)}`)
      .digest()
      .readUIntBE(0, 4),
  );
}
