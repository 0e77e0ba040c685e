// Finds what is astray and destroys it: it is imported into a state of its own, and that state is destroyed.
import { isFailure } from '../../define/failure.ts';
import type { TaggedResource } from '../../ports/tagged-resources.ts';
import type { StateResource, Terraform } from '../../ports/terraform.ts';
import type { Shape } from '../plan/preview-decision.ts';
import type { Adoptee } from './adoption.ts';
import { adopteesByName } from './adoption-by-name.ts';
import { performDestroyState } from './destroy-state.ts';
import type { Layer } from './keys.ts';
import { decideStrays, withoutLingering } from './strays.ts';
import { addressOf, tombstone } from './tombstone.ts';
import type { PreviewWorld } from './world.ts';

export interface StraySearch {
  readonly pullRequest: number;
  /** The layers whose states are there: what these know is not astray. */
  readonly layers: readonly Layer[];
  /**
   * Shapes whose names are tried beside the tags, and everything that is tagged with them: only after a run that did not end
   * well, because each try takes seconds.
   */
  readonly shapesByName: readonly Shape[];
  /** Give what was just destroyed the time to vanish from the tagging API. */
  readonly settle: boolean;
}

export interface StraysRemoved {
  readonly removed: number;
  /** ARNs of what a person has to look at. */
  readonly unknown: readonly string[];
}

/** By tags; and where these show that something was astray, or a run died, by names, too. */
export async function removeStrays(world: PreviewWorld, search: StraySearch): Promise<StraysRemoved> {
  const first = await removeOnce(world, search);
  if (first.removed === 0 || search.shapesByName.length > 0) return first;
  const second = await removeOnce(world, { ...search, shapesByName: ['shared', 'isolated'], settle: false });
  return { removed: first.removed + second.removed, unknown: second.unknown };
}

async function removeOnce(world: PreviewWorld, search: StraySearch): Promise<StraysRemoved> {
  const { pullRequest, layers, shapesByName } = search;
  const tagged = await gatherTagged(world, search);
  const named = adopteesByName({ pullRequest, naming: world.settings.naming, shapes: shapesByName });
  if (tagged.length + named.length === 0) return { removed: 0, unknown: [] };
  const known = await gatherKnown(world, pullRequest, layers);
  const { adoptees, unknown } = decideStrays({ tagged, known, named });
  const removed = adoptees.length === 0 ? 0 : await adopt(world, pullRequest, adoptees);
  if (removed > 0) await performDestroyState(world, pullRequest, 'strays');
  return { removed, unknown };
}

/** Shared previews are services called `pr-<n>`, isolated ones environments of that name. */
async function gatherTagged(
  world: PreviewWorld,
  { pullRequest, settle, shapesByName }: StraySearch,
): Promise<readonly TaggedResource[]> {
  const { taggedResources, settings, clock, signal } = world;
  const preview = [`pr-${pullRequest}`];
  const givingUpAtMs = clock.now().getTime() + (settle ? settings.tagSettleSeconds * 1000 : 0);
  for (;;) {
    const all = [
      ...(await taggedResources.find({ Service: preview })),
      ...(await taggedResources.find({ Environment: preview })),
    ];
    const vanishing = withoutLingering(all);
    if (vanishing.length === 0 || clock.now().getTime() >= givingUpAtMs) return shapesByName.length > 0 ? all : vanishing;
    await clock.sleep(settings.tagPollSeconds * 1000, signal);
  }
}

async function gatherKnown(
  { terraform, settings, signal }: PreviewWorld,
  pullRequest: number,
  layers: readonly Layer[],
): Promise<readonly StateResource[]> {
  const known: StateResource[] = [];
  for (const state of layers) {
    const resources = await terraform.withConfiguration(tombstone({ settings, pullRequest, state }), async (stack) => {
      await stack.init(signal && { signal });
      return stack.stateResources();
    });
    known.push(...resources);
  }
  return known;
}

/** @returns how many there really were */
async function adopt(world: PreviewWorld, pullRequest: number, adoptees: readonly Adoptee[]): Promise<number> {
  const { terraform, settings, signal } = world;
  return terraform.withConfiguration(tombstone({ settings, pullRequest, state: 'strays', adoptees }), async (stack) => {
    await stack.init(signal && { signal });
    let adopted = 0;
    for (const [index, adoptee] of adoptees.entries()) {
      if (await importIfThere(world, stack, adoptee, index)) adopted += 1;
    }
    return adopted;
  });
}

async function importIfThere(world: PreviewWorld, stack: Terraform, adoptee: Adoptee, index: number): Promise<boolean> {
  const { settings, signal, progress } = world;
  const options = { lockTimeoutSeconds: settings.stateLockTimeoutSeconds, ...(signal && { signal }) };
  try {
    await stack.importResource(addressOf(adoptee, index), adoptee.importId, options);
    progress.warning(`No state knew of ${adoptee.resourceType} ${adoptee.importId}: it is destroyed, too.`);
    return true;
  } catch (error) {
    if (isFailure(error) && error.code === 'terraform/nothing-to-import') return false;
    throw error;
  }
}
