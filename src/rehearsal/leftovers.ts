// Looks for what a destroyed environment left: tagged resources as AWS itself would list them, and whatever else there is.
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { failure } from '../define/failure.ts';
import type { Emulator } from './emulator/emulator.ts';
import { diffInventory, type Resource } from './emulator/inventory.ts';
import { sdkConfig } from './sdk-config.ts';

export interface Leftovers {
  /** ARNs of resources that carry our tag. */
  readonly tagged: readonly string[];
  /** Resources that were not there at the start, tagged or not. */
  readonly added: readonly Resource[];
}

export async function gatherLeftovers(emulator: Emulator, before: readonly Resource[]): Promise<Leftovers> {
  return { tagged: await taggedArns(emulator), added: diffInventory(before, await emulator.inventory()).added };
}

/** Counts what is there with our tag while the environment is up: a check that never finds anything proves nothing. */
export async function taggedArns(emulator: Emulator): Promise<readonly string[]> {
  const client = new ResourceGroupsTaggingAPIClient(sdkConfig(emulator));
  const arns: string[] = [];
  let PaginationToken: string | undefined;
  do {
    const filter = { TagFilters: [{ Key: 'ManagedBy', Values: ['opsdeck'] }] };
    const page = await client.send(new GetResourcesCommand({ ...filter, ...(PaginationToken && { PaginationToken }) }));
    arns.push(...(page.ResourceTagMappingList ?? []).flatMap(({ ResourceARN }) => ResourceARN ?? []));
    PaginationToken = page.PaginationToken;
  } while (PaginationToken);
  return arns;
}

/** @throws a Failure that lists everything that is still there */
export function refuseLeftovers({ tagged, added }: Leftovers): void {
  if (tagged.length === 0 && added.length === 0) return;
  throw failure({
    code: 'rehearsal/leftovers',
    what: `The environment is destroyed, and yet ${tagged.length} tagged resources and ${added.length} others are still there.`,
    next: 'Find out whether Terraform forgot them or the emulator did: its gap layer may lack a delete operation.',
    details: [...tagged, ...added.map(({ service, type, id }) => `${service} ${type} ${id}`)],
  });
}
