// How far Terraform has come with a stack: a line of the log for each resource, and one line that keeps up with it.
import type { OnTerraformEvent } from '../../ports/terraform.ts';
import { terraformLines } from '../preview/terraform-lines.ts';
import type { ApplyWorld } from './world.ts';

export function applying(
  { progress, tell }: Pick<ApplyWorld, 'progress' | 'tell'>,
  { title, of }: { readonly title: string; readonly of: number },
): OnTerraformEvent {
  const log = terraformLines(progress);
  let done = 0;
  return (event) => {
    log(event);
    if (event.kind !== 'done') return;
    done += 1;
    // Replacing one is two for Terraform.
    tell(`applying the ${title}: ${Math.min(done, of)} of ${of}`);
  };
}
