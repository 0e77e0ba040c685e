// Terraform as a job has it: the binary on PATH, and of the environment what Terraform needs, without the job's own secrets.
import type { TerraformFolders } from '../../ports/terraform.ts';
import { findBinary } from '../terraform/binary.ts';
import { openTerraformFolders } from '../terraform/folders.ts';

/** A plan is hostile code's output, run by providers: they get cloud credentials, and neither GitHub's token nor the inputs. */
const kept = /^(PATH|HOME|TMPDIR|LANG|LC_.*|XDG_.*|AWS_.*|TF_.*|GO[A-Z]+|SSL_.*|(https?|no)_proxy)$/i;

export function terraformEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name)));
}

/** @param env of the job: PATH, RUNNER_TEMP, and what leads to AWS */
export async function openTerraformInJob(env: NodeJS.ProcessEnv): Promise<TerraformFolders> {
  const { PATH: searchPath = '', RUNNER_TEMP, OPSDECK_TERRAFORM } = env;
  const binary = await findBinary({ searchPath, env, ...(OPSDECK_TERRAFORM && { explicitPath: OPSDECK_TERRAFORM }) });
  return openTerraformFolders({
    binary,
    env: terraformEnvironment(env),
    ...(RUNNER_TEMP && { temporaryFolder: RUNNER_TEMP }),
  });
}
