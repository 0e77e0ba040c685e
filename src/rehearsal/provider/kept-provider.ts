// Keeps one provider running for a stack, so that its Terraform commands need not start their own.
import type { Command } from '../../adapters/terraform/diagnose.ts';
import type { TerraformSetup } from '../../adapters/terraform/terraform.ts';
import { findInstalledProvider } from './installed-provider.ts';
import { type ProviderProcess, startProvider } from './provider-process.ts';
import { reattachVariables } from './reattachment.ts';

export interface KeptProvider {
  /** For Terraform's setup: what makes a command use the provider, which the first one starts. */
  readonly variablesFor: (command: Command) => Promise<Variables>;
  /** Ends it, if it runs; only when no command uses it. A further command would start another. */
  release(): Promise<void>;
}

export interface KeptProviderOptions extends Pick<TerraformSetup, 'binary' | 'folder' | 'env'> {
  /** For the provider's socket, whose path must not be longer than about 100 bytes. */
  readonly temporaryFolder: string;
  /** Told when the stack goes the ordinary way: each command starts providers of its own. */
  readonly onOrdinary: (reason: string) => void;
}

type Variables = Readonly<Record<string, string>>;

interface Kept {
  readonly provider: ProviderProcess;
  readonly variables: Variables;
}

const ordinary: Variables = {};

/**
 * In debug mode a provider writes all that it does to its standard error, which is a fifth of its work:
 * https://developer.hashicorp.com/terraform/plugin/log/managing
 */
const silent: Variables = { TF_LOG_SDK: 'off', TF_LOG_PROVIDER_AWS: 'off' };

/**
 * By itself, Terraform checks the AWS provider, an executable of 700 MB, against its lock file in every command, and starts it
 * three to five times. On an emulator that is most of what a command costs. Each command configures the kept one anew.
 *
 * Two commands at once on one stack are not possible; its state's lock sees to that. `env` must not have AWS_CA_BUNDLE: with
 * it the provider refuses to be configured for a second time.
 */
export function keptProvider(options: KeptProviderOptions): KeptProvider {
  let keeping: Promise<Kept | undefined> | undefined;

  const release = async (): Promise<void> => {
    const kept = await keeping;
    keeping = undefined;
    await kept?.provider.stop();
  };
  const variablesFor = async (command: Command): Promise<Variables> => {
    if (command === 'init') {
      // It may install another version; and of a provider that runs, it would install none.
      await release();
      return ordinary;
    }
    keeping ??= keep(options);
    const kept = await keeping;
    if (kept === undefined || kept.provider.isRunning()) return kept?.variables ?? ordinary;
    options.onOrdinary('its provider has ended by itself');
    keeping = Promise.resolve(undefined);
    return ordinary;
  };
  return { variablesFor, release };
}

/** Never fails: at worst Terraform goes the ordinary way. */
async function keep({ binary, folder, env, temporaryFolder, onOrdinary }: KeptProviderOptions): Promise<Kept | undefined> {
  const goOrdinaryWay = (reason: string): undefined => void onOrdinary(reason);
  // A provider that Terraform has not started writes nothing into Terraform's log.
  if (env.TF_LOG) return goOrdinaryWay('its log is wanted');
  const installed = await findInstalledProvider({ folder, ...binary });
  if (!installed) return goOrdinaryWay('not exactly one AWS provider, configured once');
  const { address, executable } = installed;
  const provider = startProvider({ executable, env: { ...env, ...silent }, temporaryFolder });
  const readiness = await provider.ready;
  if (readiness.kind === 'up') return { provider, variables: reattachVariables(address, readiness.reattachment) };
  await provider.stop();
  return goOrdinaryWay(`its provider did not come up: ${readiness.reason}`);
}
