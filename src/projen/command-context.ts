// What the jobs of commands have in common: the command that they are given, and where it works.
import type { CommandJob } from '../define/command.ts';
import { checkout, domain, hostEnvironment, region, stateBucket } from './steps.ts';

/** Whose runs make the Terraform JSON of pull requests. */
export const pullRequestWorkflow = 'pull-request.yml';

/** The event's own commit is that of the default branch: nothing of a pull request is ever checked out here. */
export const trusted = checkout('Check out the default branch');

export const base = { 'runs-on': 'ubuntu-latest' };

export const given = {
  id: '${{ fromJSON(inputs.command).id }}',
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

export const host = { environment: hostEnvironment, region, 'state-bucket': stateBucket, domain };
export const ofPullRequest = { 'pull-request': given.pullRequest, 'head-sha': given.headSha };

/** The same groups as in the workflow of the pull request: there and here, one at a time. */
export function oneAtATime(group: string) {
  return { group, 'cancel-in-progress': false };
}
