// Before a deploy: clears away what a run that died made and could not write down, because it would be in the way.
import type { Shape } from '../plan/preview-decision.ts';
import type { Before, DeployRun } from './deploy-run.ts';
import { performDestroyState } from './destroy-state.ts';
import { layers } from './keys.ts';
import { unsweptShapes } from './lease.ts';
import { removeStrays } from './remove-strays.ts';

export async function deployStrays({ world, request, before, lease }: DeployRun): Promise<void> {
  const { pullRequest } = request;
  if (before.states.includes('strays')) await performDestroyState(world, pullRequest, 'strays');
  const present = layers.filter((layer) => before.states.includes(layer));
  const inDoubt = shapesByName(before);
  // After a run that ended well nothing is astray; and what is live must not depend on how well we compare names.
  if (before.lease.kind === 'valid' && inDoubt.length === 0) return;
  const { unknown } = await removeStrays(world, { pullRequest, layers: present, shapesByName: inDoubt, settle: false });
  if (unknown.length > 0) {
    world.progress.warning(`These carry the preview's tags, and no state knows them: ${unknown.join(', ')}.`);
  }
  const { unswept: _, ...swept } = lease.current();
  await lease.rewrite(swept);
}

/** Which names to try beside the tags: of what an unfinished run was about, of everything where that cannot be told. */
export function shapesByName({ lease, states }: Before): readonly Shape[] {
  if (lease.kind === 'valid') return unsweptShapes(lease.lease);
  return lease.kind === 'corrupt' || states.length > 0 ? ['shared', 'isolated'] : [];
}
