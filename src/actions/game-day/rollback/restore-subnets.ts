// Gives cut-off subnets their network ACLs back, and removes those that FIS left behind.
import type { FisAcl, SubnetAcl } from '../../../ports/networks.ts';
import { done, failed, nothingToDo, type RollBack } from './strategy.ts';

export interface SubnetRepairs {
  readonly replace: readonly { readonly subnetId: string; readonly associationId: string; readonly aclId: string }[];
  /** Once no subnet has them. */
  readonly remove: readonly string[];
}

/** @param before what each subnet had; one that is not known of gets what a subnet has that nobody gave another one */
export function decideSubnetRepairs(
  fisAcls: readonly FisAcl[],
  before: readonly SubnetAcl[],
  defaultAclId: string,
): SubnetRepairs {
  const fisIds = new Set(fisAcls.map(({ aclId }) => aclId));
  // An ACL of FIS is never what a subnet should have, even if it had one before.
  const hadBefore = new Map(before.filter(({ aclId }) => !fisIds.has(aclId)).map(({ subnetId, aclId }) => [subnetId, aclId]));
  return {
    replace: fisAcls.flatMap(({ subnets }) =>
      subnets.map(({ subnetId, associationId }) => ({
        subnetId,
        associationId,
        aclId: hadBefore.get(subnetId) ?? defaultAclId,
      })),
    ),
    remove: [...fisIds],
  };
}

/** AWS needs a moment until it sees its own changes. */
const mostRounds = 3;

export const restoreSubnets: RollBack = async ({ world, scene: { vpcId }, gameDay: { before } }) => {
  const { networks, clock, settings } = world;
  const restored = new Set<string>();
  for (let round = 1; round <= mostRounds; round += 1) {
    const fisAcls = await networks.fisAcls(vpcId);
    if (fisAcls.length === 0) break;
    const { replace, remove } = decideSubnetRepairs(fisAcls, before?.subnets ?? [], await networks.defaultAcl(vpcId));
    for (const { subnetId, associationId, aclId } of replace) {
      await networks.replace(associationId, aclId);
      restored.add(subnetId);
    }
    for (const aclId of remove) await networks.removeFisAcl(aclId);
    if (round < mostRounds && (await networks.fisAcls(vpcId)).length > 0) await clock.sleep(settings.pollSeconds * 1000);
  }
  const left = await networks.fisAcls(vpcId);
  if (left.length > 0) return failed(`FIS's network ACLs ${left.map(({ aclId }) => aclId).join(', ')} are still there`);
  if (restored.size === 0) return nothingToDo('No subnet is cut off');
  return done(`Gave ${restored.size} subnets their network ACLs back, which FIS had not`);
};
