// Tells how to look at a rehearsal that was left up.
import type { World } from './world.ts';

export function renderKept({ emulator, folder }: World, json: boolean): string {
  if (json) return JSON.stringify({ kind: 'kept', environment: emulator.environment, folder });
  const exports = Object.entries(emulator.environment).map(([name, value]) => `export ${name}='${value}'`);
  return [
    '',
    'Everything is up. In another terminal:',
    '',
    ...exports,
    'aws ecs list-services --cluster $(aws ecs list-clusters --query clusterArns[0] --output text)',
    '',
    `The stacks, initialised for Terraform, are in ${folder}/cdktf.out/stacks.`,
    'Ctrl-C stops the emulator and removes the folder.',
  ].join('\n');
}
