// Which names a layer's places have, told by the ARNs and tags of what is there.
import type { Layer, LayerPlaces, Place } from '../../define/kpi.ts';
import type { TaggedResource } from '../../ports/tagged-resources.ts';

export type FoundPlaces<L extends Layer = Layer> = Readonly<Partial<Record<LayerPlaces[L], readonly string[]>>>;

export interface PlaceScope {
  readonly region: string;
  /** Name of the REST API: its ARN has but an id. */
  readonly apiName: string;
}

interface PlaceRow {
  readonly place: Place;
  readonly service: string;
  /** Of all that comes after the account; what it captures is the name. */
  readonly resource: RegExp;
}

/** Formats of the ARNs: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const rows: readonly PlaceRow[] = [
  { place: 'load-balancer', service: 'elasticloadbalancing', resource: /^loadbalancer\/(app\/[^/]+\/[^/]+)$/ },
  { place: 'target-group', service: 'elasticloadbalancing', resource: /^(targetgroup\/[^/]+\/[^/]+)$/ },
  { place: 'cluster', service: 'ecs', resource: /^service\/([^/]+)\/[^/]+$/ },
  { place: 'service', service: 'ecs', resource: /^service\/[^/]+\/([^/]+)$/ },
  { place: 'api-stage', service: 'apigateway', resource: /^\/restapis\/[^/]+\/stages\/([^/]+)$/ },
  { place: 'database-cluster', service: 'rds', resource: /^cluster:([^:]+)$/ },
  { place: 'cache-node', service: 'elasticache', resource: /^cluster:([^:]+)$/ },
  { place: 'stream', service: 'kinesis', resource: /^stream\/([^/]+)$/ },
  { place: 'delivery-stream', service: 'firehose', resource: /^deliverystream\/([^/]+)$/ },
  { place: 'web-acl', service: 'wafv2', resource: /^regional\/webacl\/([^/]+)\/[^/]+$/ },
  { place: 'dead-letter-queue', service: 'sqs', resource: /^([^:]+-dead-letters)$/ },
];

/** Sorted, so that the same thing has the same number each time. What is not there is left out. */
export function computePlaces(resources: readonly TaggedResource[], { region, apiName }: PlaceScope): FoundPlaces {
  const found = new Map<Place, Set<string>>([['region', new Set([region])]]);
  const add = (place: Place, name: string) => found.set(place, (found.get(place) ?? new Set()).add(name));
  for (const { arn, tags } of resources) {
    for (const [place, name] of placesOfArn(arn)) add(place, name);
    const zone = zoneOf(tags, region);
    if (zone !== undefined) add('zone', zone);
  }
  if (found.has('api-stage')) add('api-name', apiName);
  return Object.fromEntries([...found].map(([place, names]) => [place, [...names].sort()]));
}

function placesOfArn(arn: string): readonly (readonly [Place, string])[] {
  const [, , service, , , ...rest] = arn.split(':');
  const resource = rest.join(':');
  return rows.flatMap((row) => {
    const name = row.service === service ? row.resource.exec(resource)?.[1] : undefined;
    return name === undefined ? [] : [[row.place, name] as const];
  });
}

/** Subnets have tiers, and their names end with their zones. */
function zoneOf({ Tier, Name = '' }: Readonly<Record<string, string>>, region: string): string | undefined {
  const zone = Name.slice(-region.length - 1);
  return Tier !== undefined && zone.startsWith(region) && /[a-z]$/.test(zone) ? zone : undefined;
}
