// The machine that jobs run on: what is on its PATH, and what its environment says; nobody's own credentials.
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../emulator/environment.ts';

export interface MachineFacts {
  /** Terraform's environment in the rehearsal: it leads to the emulator and to the mirror of providers. */
  readonly terraform: Environment;
  readonly folder: string;
  /** This checkout, whose installed modules jobs use. */
  readonly checkout: string;
}

/** No AWS credentials: only a job that takes a role gets any. */
const credentials = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const kept =
  /^(PATH|HOME|LANG|TMPDIR|TF_CLI_CONFIG_FILE|TF_PLUGIN_CACHE_DIR|GOGC|OPSDECK_TERRAFORM|no_proxy|NO_PROXY|AWS_.*|AWS_SDK_.*)$/;

/** @returns the environment of every step */
export async function prepareMachine({ terraform, folder, checkout }: MachineFacts): Promise<NodeJS.ProcessEnv> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'npm'), npm(checkout));
  await chmod(join(bin, 'npm'), 0o755);
  const entries = Object.entries(terraform).filter(([name]) => kept.test(name) && !credentials.includes(name));
  const { PATH = '', ...others } = Object.fromEntries(entries);
  return { ...others, PATH: `${bin}:${PATH}`, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
}

/** Installing the same modules again for each job would take longer than all the rest. */
function npm(checkout: string): string {
  return `#!/bin/sh
# Stands in for npm: "npm ci" links the modules of the checkout if they are those of the lock file; all else is npm's own.
if [ "$1" = ci ] && cmp -s package-lock.json '${checkout}/package-lock.json'; then
  ln -s '${checkout}/node_modules' node_modules
  echo 'Stand-in for npm ci: linked the modules that are installed in the checkout of the rehearsal.'
  exit 0
fi
PATH=\${PATH#*:} exec npm "$@"
`;
}
