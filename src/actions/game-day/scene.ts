// What an environment is made of, by name: told by the tags and ARNs of what is there.
import { failure } from '../../define/failure.ts';
import type { ServiceIdentity } from '../../ports/services.ts';
import type { TaggedResource, TaggedResources } from '../../ports/tagged-resources.ts';
import { mainService, prefixOf } from '../gate/subject.ts';
import { computePlaces, type FoundPlaces } from '../kpi/places.ts';

export interface SceneSubnet {
  readonly id: string;
  readonly arn: string;
  readonly zone: string;
  readonly tier: string;
}

/** What has a name and an ARN. */
export interface Named {
  readonly name: string;
  readonly arn: string;
}

export interface Scene {
  readonly environment: string;
  readonly zones: readonly string[];
  readonly subnets: readonly SceneSubnet[];
  readonly vpcId: string;
  readonly service: ServiceIdentity;
  readonly loadBalancerArn?: string;
  readonly database?: Named;
  readonly cache?: Named;
  readonly streamArn?: string;
  readonly alertsTopicArn?: string;
  /** By layer: what its KPIs are measured at. */
  readonly places: Readonly<Record<'platform' | 'service', FoundPlaces>>;
}

/** @throws `game-day/no-environment` where there is no platform, or no service on it */
export async function gatherScene(taggedResources: TaggedResources, environment: string, region: string): Promise<Scene> {
  const resources = await taggedResources.find({ Environment: [environment] });
  const scene = computeScene(resources, environment, region);
  if (scene) return scene;
  throw failure({
    code: 'game-day/no-environment',
    what: `${environment} has no platform with a service on it in ${region}: nothing carries its tags there.`,
    next: 'Correct the environment or the region, or deploy it first.',
  });
}

export function computeScene(resources: readonly TaggedResource[], environment: string, region: string): Scene | undefined {
  const platform = resources.filter(({ tags }) => tags.Layer === 'platform');
  const ofService = resources.filter(({ tags }) => tags.Service === mainService);
  const scope = { region, apiName: prefixOf({ environment }) };
  const places = { platform: computePlaces(platform, scope), service: computePlaces([...platform, ...ofService], scope) };
  const service = find(ofService, /:ecs:[^:]*:[^:]*:service\/([^/]+\/[^/]+)$/);
  const vpc = find(platform, /:ec2:[^:]*:[^:]*:vpc\/(vpc-[\w-]+)$/);
  if (!service || !vpc) return undefined;
  const [cluster = '', name = ''] = service.name.split('/');
  const database = find(platform, /:rds:[^:]*:[^:]*:cluster:([^:]+)$/);
  const cache = find(platform, /:elasticache:[^:]*:[^:]*:replicationgroup:([^:]+)$/);
  const loadBalancer = find(platform, /:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/(app\/.+)$/);
  const stream = find(platform, /:kinesis:[^:]*:[^:]*:stream\/(.+)$/);
  const topic = find(platform, /:sns:[^:]*:[^:]*:([^:]+-alerts)$/);
  return {
    environment,
    zones: places.service.zone ?? [],
    subnets: platform.flatMap((resource) => subnetOf(resource, region) ?? []),
    vpcId: vpc.name,
    service: { cluster, service: name },
    ...(loadBalancer && { loadBalancerArn: loadBalancer.arn }),
    ...(database && { database }),
    ...(cache && { cache }),
    ...(stream && { streamArn: stream.arn }),
    ...(topic && { alertsTopicArn: topic.arn }),
    places,
  };
}

/** The first by name, so that it is the same each time. */
function find(resources: readonly TaggedResource[], form: RegExp): Named | undefined {
  const found = resources.flatMap(({ arn }) => {
    const name = form.exec(arn)?.[1];
    return name === undefined ? [] : [{ name, arn }];
  });
  return found.sort((one, other) => (one.name < other.name ? -1 : 1))[0];
}

/** Names of subnets end with their zones. */
function subnetOf({ arn, tags: { Tier: tier, Name: name = '' } }: TaggedResource, region: string): SceneSubnet | undefined {
  const id = /:subnet\/(subnet-[\w-]+)$/.exec(arn)?.[1];
  const zone = name.slice(-region.length - 1);
  if (id === undefined || tier === undefined || !zone.startsWith(region)) return undefined;
  return { id, arn, zone, tier };
}
