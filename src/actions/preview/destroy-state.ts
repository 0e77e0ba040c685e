// Destroys all that one state knows, tries again where AWS needs time, and removes the state when nothing is left in it.
import { type Failure, failure, isFailure } from '../../define/failure.ts';
import type { Terraform } from '../../ports/terraform.ts';
import { type StateName, stateKey, stateLockKey } from './keys.ts';
import { terraformLines } from './terraform-lines.ts';
import { tombstone } from './tombstone.ts';
import type { PreviewWorld } from './world.ts';

/** Only under the lock of the preview. @throws the failure of the last attempt */
export async function performDestroyState(world: PreviewWorld, pullRequest: number, state: StateName): Promise<void> {
  const { clock, documents, progress, settings, signal } = world;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await destroyOnce(world, pullRequest, state);
      break;
    } catch (error) {
      if (attempt >= settings.destroyAttempts || !isFailure(error) || !isWorthAnotherTry(error)) throw error;
      await freeStateLock(world, { pullRequest, state, error });
      const pauseSeconds = settings.destroyBackoffSeconds * 2 ** (attempt - 1);
      progress.warning(
        `${error.message} Trying again in ${pauseSeconds} s (attempt ${attempt + 1} of ${settings.destroyAttempts}).`,
      );
      await clock.sleep(pauseSeconds * 1000, signal);
    }
  }
  await documents.remove(stateKey(pullRequest, state));
  await documents.remove(stateLockKey(pullRequest, state));
}

async function destroyOnce(world: PreviewWorld, pullRequest: number, state: StateName): Promise<void> {
  const { terraform, settings, progress, signal } = world;
  const options = {
    lockTimeoutSeconds: settings.stateLockTimeoutSeconds,
    onEvent: terraformLines(progress),
    ...(signal && { signal }),
  };
  await terraform.withConfiguration(tombstone({ settings, pullRequest, state }), async (stack) => {
    await stack.init(signal && { signal });
    await stack.destroy(options);
    await refuseRest(stack, state);
  });
}

async function refuseRest(stack: Terraform, state: StateName): Promise<void> {
  const left = await stack.stateList();
  if (left.length === 0) return;
  throw failure({
    code: 'preview/not-destroyed',
    what: `Terraform destroyed the ${state} of the preview, and yet ${left.length} entries are left in its state.`,
    next: 'Look for resources that Terraform is told not to delete, remove them by hand, and destroy the preview again.',
    details: left,
  });
}

/**
 * Everyone who changes a preview holds its lock, which is ours now: a lock that Terraform still finds on the state after
 * waiting was left by a plan that died.
 */
export async function freeStateLock(
  { documents, progress }: PreviewWorld,
  { pullRequest, state, error }: { readonly pullRequest: number; readonly state: StateName; readonly error: Failure },
): Promise<boolean> {
  if (error.code !== 'terraform/state-locked') return false;
  progress.warning(`Removed Terraform's lock on ${stateKey(pullRequest, state)}: whoever took it does not work on it any more.`);
  await documents.remove(stateLockKey(pullRequest, state));
  return true;
}

/** What a person stopped, or has to put right, is not helped by another try. */
const finalCodes: readonly string[] = [
  'terraform/cancelled',
  'terraform/access-denied',
  'terraform/no-credentials',
  'terraform/credentials-expired',
  'terraform/credentials-rejected',
  'terraform/state-bucket-missing',
  'terraform/state-not-saved',
  'terraform/provider-unavailable',
];

function isWorthAnotherTry({ code }: Failure): boolean {
  return !finalCodes.includes(code);
}
