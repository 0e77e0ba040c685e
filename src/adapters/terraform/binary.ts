// Finds the Terraform or OpenTofu to work with, and makes sure that it is new enough.
import { access, constants, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import gte from 'semver/functions/gte.js';
import valid from 'semver/functions/valid.js';
import { type Failure, failure } from '../../define/failure.ts';
import { asText, parseObject } from './json.ts';
import { type ProcessResult, runProcess } from './process.ts';
import type { Tool } from './tool.ts';

export interface Binary {
  readonly path: string;
  readonly tool: Tool;
  readonly version: string;
  /** As providers are packaged, for example `linux_amd64`. */
  readonly platform: string;
}

export interface BinarySearch {
  /** What the user configured; then nothing else is tried. */
  readonly explicitPath?: string;
  /** The value of PATH. */
  readonly searchPath: string;
  /** For the binary when it is asked for its version: version managers (tfenv, asdf) put a script in its place. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Of Terraform, 1.11 took the S3 backend's lock files out of their experiment, and brought write-only arguments; OpenTofu
 * has both since 1.11, too.
 *
 * https://developer.hashicorp.com/terraform/language/backend/s3 ,
 * https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 */
export const oldestVersion = '1.11.0';

const install =
  'Install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install), ' +
  `${oldestVersion} or newer.`;

/** In the order in which they are looked for. */
const tools: readonly Tool[] = ['terraform', 'tofu'];

/** A version manager may have to look around first, but not for ever. */
const versionTimeoutSeconds = 30;

/** @throws `terraform/not-found`, `terraform/not-runnable`, `terraform/too-old` */
export async function findBinary(search: BinarySearch): Promise<Binary> {
  const path = search.explicitPath ?? (await firstOnPath(search.searchPath));
  if (path === undefined || !(await isExecutable(path))) throw notFound(search);
  // Absolute: it will be started in other folders.
  const binary = await askVersion(resolve(path), search.env);
  if (!gte(binary.version, oldestVersion)) throw tooOld(binary);
  return binary;
}

async function firstOnPath(searchPath: string): Promise<string | undefined> {
  const folders = searchPath.split(delimiter).filter(Boolean);
  for (const tool of tools) {
    for (const folder of folders) {
      const candidate = join(folder, tool);
      if (await isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function askVersion(path: string, env: NodeJS.ProcessEnv): Promise<Binary> {
  const result = await runProcess({
    command: path,
    args: ['version', '-json'],
    // Not in a stack's folder: there the answer would depend on what is wrong with the stack.
    folder: tmpdir(),
    env: { ...env, CHECKPOINT_DISABLE: '1' },
    signal: AbortSignal.timeout(versionTimeoutSeconds * 1000),
    stop: { askAgainAfterSeconds: 1, killAfterSeconds: 1 },
  });
  const answer = parseObject(result.stdout.toString('utf8'));
  // OpenTofu answers with the same names.
  const version = valid(asText(answer?.terraform_version));
  const platform = asText(answer?.platform);
  if (version === null || platform === undefined) throw notRunnable(path, result);
  return { path, tool: basename(path).includes('tofu') ? 'tofu' : 'terraform', version, platform };
}

function notFound({ explicitPath, searchPath }: BinarySearch): Failure {
  if (explicitPath === undefined) {
    const details = searchPath.split(delimiter).filter(Boolean);
    return failure({ code: 'terraform/not-found', what: 'Neither terraform nor tofu is on the PATH.', next: install, details });
  }
  return failure({
    code: 'terraform/not-found',
    what: `${explicitPath}, configured as the Terraform to use, is no executable file.`,
    next: 'Correct the path, or take the setting away: then terraform and tofu are looked for on the PATH.',
  });
}

function tooOld({ path, tool, version }: Binary): Failure {
  return failure({
    code: 'terraform/too-old',
    what: `${path} is ${tool} ${version}, and ${oldestVersion} or newer is needed (S3 lock files, write-only arguments).`,
    next: install,
  });
}

function notRunnable(path: string, { exitCode, cancelled, stdout, stderr }: ProcessResult): Failure {
  const end = cancelled ? `gave no answer within ${versionTimeoutSeconds} s` : `ended with exit code ${exitCode}`;
  return failure({
    code: 'terraform/not-runnable',
    what: `\`${path} version -json\` did not tell a version: it ${end}.`,
    next: `Run that command yourself to see what is wrong. ${install}`,
    details: [stdout.toString('utf8').slice(0, 500), stderr.slice(-500)].map((text) => text.trim()).filter(Boolean),
  });
}
