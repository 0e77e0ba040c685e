// `opsdeck synth`: writes the stacks of a profile as Terraform JSON.
import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { profileNames } from '../../stacks/profiles.ts';
import { parseSettings, stacksOf } from '../../stacks/settings.ts';

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
    all: { type: 'boolean', default: false, description: 'Every profile, each into a folder of its own' },
    out: { type: 'string', default: 'cdktf.out', description: 'Folder to write to' },
  },
  run: async ({ args }) => {
    const { profile, environment, service, region, repository, out, all } = args;
    const wanted = (all ? profileNames : [profile]).map((name) => {
      const settings = parseSettings({ profile: name, environment, service, region, repository });
      return { requests: stacksOf(settings), folder: all ? resolve(out, name) : resolve(out) };
    });
    // Only now: what was asked for is right, and loading cdktf takes longer than all before it.
    const { synthesize } = await import('../../stacks/synth.ts');
    const stacks = wanted.flatMap(({ folder, requests }) => synthesize(folder, requests));
    for (const stack of stacks) process.stdout.write(`${stack.name}: ${stack.folder}\n`);
  },
});
