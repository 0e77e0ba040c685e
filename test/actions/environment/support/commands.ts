// What people command of an environment, in the few words that a test needs.
import type { EnvironmentCommand } from '../../../../src/actions/environment/command.ts';
import type { Hold } from '../../../../src/actions/environment/hold.ts';
import { type EnvironmentOutcome, runEnvironment } from '../../../../src/actions/environment/run.ts';
import type { Cloud } from '../../preview/support/cloud.ts';
import { type Ended, type RunOptions, run } from '../../preview/support/events.ts';

export const key = 'locks/staging.hold.json';
export const now = new Date('2026-11-22T10:00:00.000Z');

export const hold: Hold = {
  by: 'octocat',
  reason: 'we measure',
  since: '2026-11-22T09:00:00.000Z',
  expiresAt: '2026-11-22T17:00:00.000Z',
  pullRequest: 9,
  commentUrl: 'https://github.com/acme/app/pull/9#issuecomment-1',
};

export interface Said {
  readonly hours?: number;
  readonly reason?: string;
  readonly pullRequest?: number;
  readonly environment?: string;
  readonly isForced?: boolean;
}

export function lock(by: string, said: Said = {}): EnvironmentCommand {
  const { hours = 8, reason = 'we measure', pullRequest = 7, environment = 'staging' } = said;
  const commentUrl = `https://github.com/acme/app/pull/${pullRequest}#issuecomment-2`;
  return { mode: 'lock', environment, request: { by, reason, seconds: hours * 3600, pullRequest, commentUrl } };
}

export function unlock(
  by: string,
  { isForced = false, pullRequest = 7, environment = 'staging' }: Said = {},
): EnvironmentCommand {
  return { mode: 'unlock', environment, request: { by, isForced }, pullRequest };
}

export function perform(cloud: Cloud, command: EnvironmentCommand, options: RunOptions = {}): Promise<Ended<EnvironmentOutcome>> {
  return run(cloud, options, (world) => runEnvironment(world, command));
}
