// Implements the TaggedResources port with the Resource Groups Tagging API, which knows neither IAM roles nor dashboards.
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import type { TaggedResource, TaggedResources } from '../../ports/tagged-resources.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { mostAttempts, persistentEach } from './persistent.ts';
import { explain, nameOf } from './refusals.ts';

/** https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html */
const mostResourcesPerPage = 100;

/** @throws a `Failure` (`aws/...`) when AWS refuses to tell */
export function openTaggedResources(config: AwsClientConfig): TaggedResources {
  const client = guarded(new ResourceGroupsTaggingAPIClient({ ...config, ...persistentEach }), 'tag', config);
  return {
    find: async (filters) => {
      const TagFilters = Object.entries(filters).map(([Key, Values]) => ({ Key, Values: [...Values] }));
      try {
        return await findFresh(client, TagFilters);
      } catch (error) {
        throw explain({ what: 'look for tagged resources', permission: 'tag:GetResources' }, error);
      }
    },
  };
}

type TagFilters = { Key: string; Values: string[] }[];

/** The way to the next page is no more when it took too long, or when it was gone already and the answer was lost: then again. */
async function findFresh(client: ResourceGroupsTaggingAPIClient, filters: TagFilters): Promise<readonly TaggedResource[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await findAll(client, filters);
    } catch (error) {
      if (tries === mostAttempts || nameOf(error) !== 'PaginationTokenExpiredException') throw error;
    }
  }
}

async function findAll(client: ResourceGroupsTaggingAPIClient, TagFilters: TagFilters): Promise<readonly TaggedResource[]> {
  const found: TaggedResource[] = [];
  let PaginationToken: string | undefined;
  do {
    const ResourcesPerPage = mostResourcesPerPage;
    const request = new GetResourcesCommand({ TagFilters, ResourcesPerPage, ...(PaginationToken && { PaginationToken }) });
    const page = await client.send(request);
    for (const { ResourceARN, Tags = [] } of page.ResourceTagMappingList ?? []) {
      if (ResourceARN)
        found.push({ arn: ResourceARN, tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value ?? ''])) });
    }
    PaginationToken = page.PaginationToken;
  } while (PaginationToken);
  return found;
}
