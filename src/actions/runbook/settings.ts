// The engine's settings, from the action's inputs.
import { defaultRetrySeconds, type RunbookSettings } from './engine/world.ts';
import type { RunbookInputs } from './request.ts';

export function settingsOf(inputs: Pick<RunbookInputs, 'region' | 'state-bucket' | 'poll-seconds'>): RunbookSettings {
  const { region, 'state-bucket': bucket, 'poll-seconds': pollSeconds } = inputs;
  return { region, bucket, pollSeconds, retrySeconds: defaultRetrySeconds };
}
