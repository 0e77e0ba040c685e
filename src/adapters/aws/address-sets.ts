// Implements the AddressSets port with IP sets of WAF, and tags of theirs for the instants at which addresses expire.
import { DescribeAddressesCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  GetIPSetCommand,
  type IPSetSummary,
  ListIPSetsCommand,
  ListTagsForResourceCommand,
  type Tag,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateIPSetCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import type { AddressSet, AddressSets } from '../../ports/address-sets.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** In front of load balancers and APIs, not of CloudFront. */
const Scope = 'REGIONAL';

/** `expires:203.0.113.7/32`, and the instant as its value. */
const expiryTag = 'expires:';

/** Of a resource, ours and those of our default tags: https://docs.aws.amazon.com/waf/latest/developerguide/tagging.html */
const mostTags = 50;

/** Every method throws a `Failure` (`aws/...`) when AWS refuses; a lost race is no failure. */
export function openAddressSets(config: AwsClientConfig): AddressSets {
  const client = guarded(new WAFV2Client({ ...config, ...persistent }), 'wafv2', config);
  const ec2 = guarded(new EC2Client({ ...config, ...persistent }), 'ec2', config);
  return {
    find: (name) => findSet(client, name),
    replace: async ({ name, id, description, lock }, addresses) => {
      const attempt = { what: `write the IP set ${name}`, permission: 'wafv2:UpdateIPSet' };
      // What is left out is taken away, the description, too.
      const content = { ...(description && { Description: description }), Addresses: [...addresses] };
      const request = new UpdateIPSetCommand({ Name: name, Scope, Id: id, ...content, LockToken: lock });
      return (await askingFor(attempt, isRaceLost, () => client.send(request))) !== undefined;
    },
    setExpiry: async ({ name, arn }, address, expiresAt) => {
      const what = `note in the tags of the IP set ${name} when ${address} expires`;
      const Key = `${expiryTag}${address}`;
      if (expiresAt === undefined) {
        const request = new UntagResourceCommand({ ResourceARN: arn, TagKeys: [Key] });
        await asking({ what, permission: 'wafv2:UntagResource' }, () => client.send(request));
      } else {
        const request = new TagResourceCommand({ ResourceARN: arn, Tags: [{ Key, Value: expiresAt }] });
        await asking({ what, permission: 'wafv2:TagResource' }, () => client.send(request));
      }
    },
    ownAddresses: async (prefix) => {
      const attempt = { what: `read the public addresses of ${prefix}`, permission: 'ec2:DescribeAddresses' };
      const Filters = [{ Name: 'tag:Name', Values: [`${prefix}-nat-*`] }];
      const { Addresses = [] } = await asking(attempt, () => ec2.send(new DescribeAddressesCommand({ Filters })));
      return Addresses.flatMap(({ PublicIp }) => PublicIp ?? []);
    },
  };
}

const isRaceLost = (error: unknown): boolean => nameOf(error) === 'WAFOptimisticLockException';
const isGone = (error: unknown): boolean => nameOf(error) === 'WAFNonexistentItemException';

async function findSet(client: WAFV2Client, name: string): Promise<AddressSet | undefined> {
  const listing = { what: 'list the IP sets', permission: 'wafv2:ListIPSets' };
  const summaries = await pagesOf<IPSetSummary>((NextMarker) =>
    asking(listing, async () => {
      const page = await client.send(new ListIPSetsCommand({ Scope, ...(NextMarker && { NextMarker }) }));
      return { items: page.IPSets, next: page.NextMarker };
    }),
  );
  const Id = summaries.find((summary) => summary.Name === name)?.Id;
  if (!Id) return undefined;
  const reading = { what: `read the IP set ${name}`, permission: 'wafv2:GetIPSet' };
  const found = await askingFor(reading, isGone, () => client.send(new GetIPSetCommand({ Name: name, Scope, Id })));
  if (!found?.IPSet) return undefined;
  const { ARN: arn = '', Description: description = '', Addresses: addresses = [] } = found.IPSet;
  const tags = await readTags(client, { name, arn });
  const expiries = tags.flatMap(({ Key = '', Value = '' }) =>
    Key.startsWith(expiryTag) ? [[Key.slice(expiryTag.length), Value] as const] : [],
  );
  return {
    id: Id,
    arn,
    name,
    description,
    addresses,
    lock: found.LockToken ?? '',
    expiries: Object.fromEntries(expiries),
    roomForExpiries: mostTags - tags.length,
  };
}

function readTags(client: WAFV2Client, { name, arn }: { name: string; arn: string }): Promise<readonly Tag[]> {
  const attempt = { what: `read the tags of the IP set ${name}`, permission: 'wafv2:ListTagsForResource' };
  return pagesOf((NextMarker) =>
    asking(attempt, async () => {
      const request = new ListTagsForResourceCommand({ ResourceARN: arn, ...(NextMarker && { NextMarker }) });
      const page = await client.send(request);
      return { items: page.TagInfoForResource?.TagList, next: page.NextMarker };
    }),
  );
}

/** WAF's client has no paginators of its own. */
async function pagesOf<Item>(
  ask: (next: string | undefined) => Promise<{ readonly items: Item[] | undefined; readonly next: string | undefined }>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | undefined;
  do {
    const page = await ask(next);
    items.push(...(page.items ?? []));
    // WAF gives a marker with an empty page, too.
    next = page.items?.length ? page.next : undefined;
  } while (next);
  return items;
}
