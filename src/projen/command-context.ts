// What the jobs of commands have in common: the command that they are given, and where it works.
import type { CommandJob } from '../define/command.ts';
import type { Site } from './site.ts';
import { checkout } from './steps.ts';

/** Whose runs make the Terraform JSON of pull requests. */
export const pullRequestFile = 'pull-request.yml';

/** The event's own commit is that of the default branch: nothing of a pull request is ever checked out here. */
export const trusted = checkout('Check out the default branch');

/**
 * No job of a command is in a concurrency group: there a waiting job makes way for the next one, and what a person has asked for
 * would be lost. What must not happen at the same time waits for the lock in the state bucket.
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
 */
export const base = { 'runs-on': 'ubuntu-latest' };

export const given = {
  id: '${{ fromJSON(inputs.command).id }}',
  issue: '${{ fromJSON(inputs.command).issue }}',
  /** Empty where the command was given on an issue. */
  pullRequest: '${{ fromJSON(inputs.command).pullRequest }}',
  headSha: '${{ fromJSON(inputs.command).headSha }}',
  runId: '${{ fromJSON(inputs.command).runId }}',
  mode: '${{ fromJSON(inputs.command).mode }}',
  by: '${{ fromJSON(inputs.command).by }}',
  commentUrl: '${{ fromJSON(inputs.command).commentUrl }}',
  all: '${{ inputs.command }}',
};

export function argument(name: string, otherwise = ''): string {
  return `\${{ fromJSON(inputs.command).arguments.${name} || '${otherwise}' }}`;
}

export function is(...names: readonly CommandJob[]): string {
  return names.map((name) => `fromJSON(inputs.command).job == '${name}'`).join(' || ');
}

export function hostOf({ hostEnvironment: environment, region, stateBucket, domain }: Site) {
  return { environment, region, 'state-bucket': stateBucket, domain };
}

export const ofPullRequest = { 'pull-request': given.pullRequest, 'head-sha': given.headSha };
