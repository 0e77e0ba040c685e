// One provider for all Terraform commands that nobody interrupts: to start one for each is most of what they cost.
import { join } from 'node:path';
import { openTerraform } from '../../../src/adapters/terraform/terraform.ts';
import { findInstalledProvider } from '../../../src/rehearsal/provider/installed-provider.ts';
import { startProvider } from '../../../src/rehearsal/provider/provider-process.ts';
import { reattachVariables } from '../../../src/rehearsal/provider/reattachment.ts';
import { stacksOfPullRequest } from '../../../src/stacks/settings.ts';
import { synthesize } from '../../../src/stacks/synth.ts';
import { type Stage, settings } from './stage.ts';

export interface SharedProvider {
  /** Makes a command use it. Of a command that is killed it would not know, and go on with what it was asked to do. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function shareProvider({ world, host, machine }: Stage): Promise<SharedProvider> {
  const { binary, folder: temporaryFolder } = world;
  const env = machine.environment;
  const [stack] = synthesize(join(temporaryFolder, 'provider'), stacksOfPullRequest(settings, 1).shared);
  const folder = stack?.folder ?? '';
  await openTerraform({ binary, folder, env }).init({ backendConfig: { bucket: host.bucket } });
  const installed = await findInstalledProvider({ folder, ...binary });
  if (!installed) throw new Error(`no provider is installed in ${folder}`);
  const silent = { TF_LOG_SDK: 'off', TF_LOG_PROVIDER_AWS: 'off' };
  const provider = startProvider({
    executable: installed.executable,
    env: { ...env, ...silent },
    temporaryFolder,
    timeoutSeconds: 60,
  });
  const readiness = await provider.ready;
  if (readiness.kind === 'down') throw new Error(readiness.reason);
  return { environment: reattachVariables(installed.address, readiness.reattachment), stop: provider.stop };
}
