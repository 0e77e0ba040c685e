// Implements the TaggedResources port with the Resource Groups Tagging API, which knows neither IAM roles nor dashboards.
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import type { TaggedResource, TaggedResources } from '../../ports/tagged-resources.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { persistentEach } from './persistent.ts';
import { explain } from './refusals.ts';

/** @throws a `Failure` (`aws/...`) when AWS refuses to tell */
export function openTaggedResources(config: AwsClientConfig): TaggedResources {
  const client = guarded(new ResourceGroupsTaggingAPIClient({ ...config, ...persistentEach }), 'tag', config);
  return {
    find: async (filters) => {
      const TagFilters = Object.entries(filters).map(([Key, Values]) => ({ Key, Values: [...Values] }));
      try {
        return await findAll(client, TagFilters);
      } catch (error) {
        throw explain({ what: 'look for tagged resources', permission: 'tag:GetResources' }, error);
      }
    },
  };
}

async function findAll(
  client: ResourceGroupsTaggingAPIClient,
  TagFilters: { Key: string; Values: string[] }[],
): Promise<readonly TaggedResource[]> {
  const found: TaggedResource[] = [];
  let PaginationToken: string | undefined;
  do {
    const page = await client.send(new GetResourcesCommand({ TagFilters, ...(PaginationToken && { PaginationToken }) }));
    for (const { ResourceARN, Tags = [] } of page.ResourceTagMappingList ?? []) {
      if (ResourceARN)
        found.push({ arn: ResourceARN, tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value ?? ''])) });
    }
    PaginationToken = page.PaginationToken;
  } while (PaginationToken);
  return found;
}
