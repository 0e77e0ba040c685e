// The last act where requests went wrong: nothing may stand twice, and nothing may be left of what was removed.
import { diffInventory, type Resource } from '../emulator/inventory.ts';
import type { FaultPlan } from '../faults/decide.ts';
import { findDuplicates } from '../faults/duplicates.ts';
import { renderFaults, sumUpFaults } from '../faults/tally.ts';
import type { World } from '../world.ts';
import { expectNothing } from './expectations.ts';
import { act, type Play } from './play.ts';
import type { Stage } from './stage.ts';

export interface FaultFacts {
  readonly plan: FaultPlan;
  /** What there was before the first pull request. */
  readonly before: readonly Resource[];
}

export async function expectOnce(play: Play, { emulator }: World, { plan, before }: FaultFacts): Promise<void> {
  await act(play, 'faults', 'Look for anything that was made twice, or left behind', async () => {
    expectNothing('what stands twice on GitHub', findDuplicates(play.stage.github.state));
    const { added } = diffInventory(before, await emulator.inventory());
    expectNothing(
      'what previews were made of',
      added.filter(isOfPreview).map(({ type, id }) => `${type} ${id}`),
    );
    const [requests, faults] = counts(play.stage);
    return `${faults} of ${requests} requests went wrong (${plan.percent} %, seed ${plan.seed}): nothing twice, nothing left`;
  });
}

export interface ToldFaults {
  /** Lines of a table. */
  readonly table: readonly string[];
  readonly sentence: string;
}

/** @returns nothing where nothing was to go wrong */
export function tellFaults({ faults }: Stage): ToldFaults | undefined {
  if (!faults) return undefined;
  const proxies = [faults.gitHub, faults.aws];
  return { table: renderFaults(faults.plan, proxies), sentence: sumUpFaults(faults.plan, proxies) };
}

function counts({ faults }: Stage): readonly [number, number] {
  const requests = [...(faults?.gitHub.requests ?? []), ...(faults?.aws.requests ?? [])];
  return [requests.length, requests.filter(({ fault }) => fault !== undefined).length];
}

/** Names and ARNs of what belongs to a preview have its name in them. A bucket keeps old versions of its objects. */
function isOfPreview({ service, type, id }: Resource): boolean {
  const isVersion = service === 's3' && ['Key', 'DeleteMarker'].includes(type);
  return !isVersion && /\bpr-\d+\b/.test(id);
}
