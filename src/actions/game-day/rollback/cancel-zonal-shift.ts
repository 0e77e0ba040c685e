// Lets traffic come back into the zone: ends the zonal shifts that the drill began.
import type { ZonalShift } from '../../../ports/zonal-shifts.ts';
import { msOf } from '../world.ts';
import { done, nothingToDo, type RollBack } from './strategy.ts';

/**
 * Before the drill nothing was shifted, or it would not have begun: what was shifted since, was so for it. Of the zone nothing can be
 * told: AWS calls it by an id of the account. https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_ZonalShiftSummary.html
 *
 * @param since by AWS's clock
 */
export function decideShiftsToCancel(
  shifts: readonly ZonalShift[],
  loadBalancerArn: string | undefined,
  since: string,
): readonly ZonalShift[] {
  return shifts.filter(({ resource, startedAt }) => resource === loadBalancerArn && msOf(startedAt) >= msOf(since));
}

export const cancelZonalShift: RollBack = async ({ world: { zonalShifts }, scene, gameDay }) => {
  const since = gameDay.experiment?.createdAt ?? gameDay.startedAt;
  const shifts = decideShiftsToCancel(await zonalShifts.active(), scene.loadBalancerArn, since);
  for (const { id } of shifts) await zonalShifts.cancel(id);
  if (shifts.length === 0) return nothingToDo('No traffic is shifted away');
  return done(`Ended the zonal shift away from ${shifts.map(({ awayFrom }) => awayFrom).join(', ')}`);
};
