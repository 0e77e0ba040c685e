// The stacks that the fake Terraform knows: a few resources of the real ones, with their real names, ARNs and tags.
import type { FakeResource } from './cloud.ts';

export type Made = (nextNumber: () => number) => FakeResource;

const region = 'eu-west-2:123456789012';

/** Folders of the fake: `shared/7`, `platform/7`, `isolated/7`. */
export function stackOf(folder: string, variables: Readonly<Record<string, unknown>>): ReadonlyMap<string, Made> {
  const [kind = '', number = ''] = folder.split('/');
  const preview = `pr-${number}`;
  const { image = '', cache_slot: slot = '' } = variables;
  if (kind === 'platform') return platform(preview);
  if (kind === 'isolated')
    return service({
      name: `assess-${preview}-app`,
      cluster: `assess-${preview}`,
      environment: preview,
      tag: 'app',
      made: String(image),
    });
  return service({
    name: `assess-staging-${preview}`,
    cluster: 'assess-staging',
    environment: 'staging',
    tag: preview,
    made: `${image} ${slot}`,
  });
}

interface ServiceFacts {
  readonly name: string;
  readonly cluster: string;
  readonly environment: string;
  readonly tag: string;
  readonly made: string;
}

function service({ name, cluster, environment, tag, made }: ServiceFacts): ReadonlyMap<string, Made> {
  const tags = { ManagedBy: 'opsdeck', Environment: environment, Service: tag };
  const listed = { tags, isListed: true };
  const unlisted = { tags, isListed: false };
  return new Map<string, Made>([
    [
      'aws_cloudwatch_log_group.logs',
      () => named('aws_cloudwatch_log_group', `/aws/ecs/${name}`, `logs:${region}:log-group:/aws/ecs/${name}`, listed),
    ],
    ['aws_iam_role.task', () => named('aws_iam_role', `${name}-task`, `iam::123456789012:role/${name}-task`, unlisted)],
    [
      'aws_ecs_task_definition.task',
      (next) => {
        const arn = `arn:aws:ecs:${region}:task-definition/${name}:${next()}`;
        return { resourceType: 'aws_ecs_task_definition', id: name, importId: arn, arn, ...listed, made };
      },
    ],
    [
      'aws_ecs_service.service',
      () => named('aws_ecs_service', `${cluster}/${name}`, `ecs:${region}:service/${cluster}/${name}`, listed),
    ],
    [
      'aws_cloudwatch_dashboard.dashboard',
      () => named('aws_cloudwatch_dashboard', name, `cloudwatch::123456789012:dashboard/${name}`, unlisted),
    ],
  ]);
}

function platform(preview: string): ReadonlyMap<string, Made> {
  const tags = { ManagedBy: 'opsdeck', Environment: preview };
  const stream = `assess-${preview}-events`;
  const role = `assess-${preview}-firehose`;
  return new Map<string, Made>([
    [
      'aws_kinesis_stream.events',
      () => named('aws_kinesis_stream', stream, `kinesis:${region}:stream/${stream}`, { tags, isListed: true }),
    ],
    ['aws_iam_role.firehose', () => named('aws_iam_role', role, `iam::123456789012:role/${role}`, { tags, isListed: false })],
  ]);
}

function named(resourceType: string, name: string, arn: string, rest: Pick<FakeResource, 'tags' | 'isListed'>): FakeResource {
  return { resourceType, id: name, importId: name, arn: `arn:aws:${arn}`, made: '', ...rest };
}
