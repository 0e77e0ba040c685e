// What Terraform does, as lines of the log: one for each resource that is done or has failed.
import type { Progress } from '../../ports/progress.ts';
import type { ChangeAction, OnTerraformEvent } from '../../ports/terraform.ts';

const words: Readonly<Partial<Record<ChangeAction, string>>> = {
  create: 'created',
  update: 'changed',
  replace: 'replaced',
  delete: 'destroyed',
};

export function terraformLines(progress: Progress): OnTerraformEvent {
  return (event) => {
    if (event.kind === 'done' && words[event.action]) {
      progress.info(`  ${words[event.action]} ${event.address} (${Math.round(event.elapsedSeconds)} s)`);
    }
    if (event.kind === 'failed') progress.info(`  failed ${event.address}`);
  };
}
