// `opsdeck synth`: writes the stacks of a profile as Terraform JSON.
import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import type { StackDefinitions } from '../../define/own-definitions.ts';
import { profileNames } from '../../stacks/profiles.ts';
import { parsePullRequest, parseSettings, type RawSettings, stacksOf, stacksOfPullRequest } from '../../stacks/settings.ts';
import type { StackRequest } from '../../stacks/synth.ts';
import { loadOwnDefinitions } from '../own/load.ts';

export const synthCommand = defineCommand({
  meta: { name: 'synth', description: 'Write the stacks of a profile as Terraform JSON; needs neither network nor credentials' },
  args: {
    profile: {
      type: 'string',
      default: 'production',
      valueHint: profileNames.join('|'),
      description: 'Size and safety of the environment',
    },
    environment: { type: 'string', description: 'Name of the environment (default: after the profile)' },
    service: { type: 'string', description: 'Name of the service (default: app)' },
    region: { type: 'string', default: 'eu-west-2', description: 'AWS region' },
    repository: { type: 'string', description: 'GitHub repository whose workflows may take the roles: owner/name' },
    'pull-request': {
      type: 'string',
      description: 'Number of a pull request: its host environment, and both kinds of preview that it may get',
      valueHint: 'number',
    },
    all: { type: 'boolean', default: false, description: 'Every profile, each into a folder of its own' },
    out: { type: 'string', default: 'cdktf.out', description: 'Folder to write to' },
  },
  run: async ({ args }) => {
    const wanted = wantedStacks(args);
    // Only now: what was asked for is right, and loading cdktf takes longer than all before it.
    const { synthesize } = await import('../../stacks/synth.ts');
    // Without those of the repository, a plan would take their experiments and alarms away.
    const { kpis = [], drills = [] } = await loadOwnDefinitions(process.cwd());
    const stacks = wanted.flatMap(({ folder, requests }) => synthesize(folder, requests.map(adding({ kpis, drills }))));
    for (const stack of stacks) process.stdout.write(`${stack.name}: ${stack.folder}\n`);
  },
});

function adding(own: StackDefinitions): (request: StackRequest) => StackRequest {
  return (request) => (request.kind === 'bootstrap' ? request : { ...request, own });
}

interface SynthArguments extends RawSettings {
  readonly out: string;
  readonly all: boolean;
  readonly 'pull-request'?: string | undefined;
}

interface Wanted {
  readonly folder: string;
  readonly requests: readonly StackRequest[];
}

function wantedStacks(args: SynthArguments): readonly Wanted[] {
  const { out, all, 'pull-request': pullRequest } = args;
  if (all) {
    return profileNames.map((profile) => {
      return { folder: resolve(out, profile), requests: stacksOf(parseSettings({ ...args, profile })) };
    });
  }
  const settings = parseSettings(args);
  if (pullRequest === undefined) return [{ folder: resolve(out), requests: stacksOf(settings) }];
  const groups = stacksOfPullRequest(settings, parsePullRequest(pullRequest));
  return Object.entries(groups).map(([group, requests]) => ({ folder: resolve(out, group), requests }));
}
