// The engine's settings, from the action's inputs.
import { defaultRetrySeconds, type RunbookSettings } from './engine/world.ts';
import type { RunbookInputs } from './request.ts';

export function settingsOf(
  inputs: Pick<RunbookInputs, 'region' | 'state-bucket' | 'poll-seconds'>,
  names: RunbookSettings['names'],
): RunbookSettings {
  const { region, 'state-bucket': bucket, 'poll-seconds': pollSeconds } = inputs;
  return { names, region, bucket, pollSeconds, retrySeconds: defaultRetrySeconds };
}
