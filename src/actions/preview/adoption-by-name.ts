// What the tagging API never lists, because it has no tags or is global: found by the names that our stacks give.
import type { Shape } from '../plan/preview-decision.ts';
import type { Adoptee } from './adoption.ts';

/** The words that the names of all resources are made of. */
export interface Naming {
  /** `assess` */
  readonly prefix: string;
  /** The environment whose platform shared previews stand on: `staging` */
  readonly host: string;
  /** An environment's own service: `app` */
  readonly mainService: string;
}

/** Roles are global, and absent from the tagging API's list: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/supported-services.html */
const serviceRoles = ['execution', 'task'] as const;
const platformRoles = ['api-events', 'database-monitoring', 'database-proxy', 'firehose', 'flow-logs'] as const;

export interface NamedQuestion {
  readonly pullRequest: number;
  readonly naming: Naming;
  /** A preview that changed its shape may have left things of both. */
  readonly shapes: readonly Shape[];
}

export function adopteesByName({ pullRequest, naming, shapes }: NamedQuestion): readonly Adoptee[] {
  const { prefix, host, mainService } = naming;
  const preview = `pr-${pullRequest}`;
  const shared = ofService(`${prefix}-${host}-${preview}`, `${prefix}-${host}`);
  const platform = `${prefix}-${preview}`;
  const isolated = [...ofService(`${platform}-${mainService}`, platform), ...ofPlatform(platform, mainService)];
  return shapes.flatMap((shape) => (shape === 'shared' ? shared : isolated));
}

function ofService(service: string, cluster: string): readonly Adoptee[] {
  const target = `service/${cluster}/${service}`;
  return [
    ...serviceRoles.map((name) => ({ resourceType: 'aws_iam_role', importId: `${service}-${name}` })),
    { resourceType: 'aws_cloudwatch_dashboard', importId: service },
    { resourceType: 'aws_appautoscaling_target', importId: `ecs/${target}/ecs:service:DesiredCount`, stateId: target },
  ];
}

function ofPlatform(platform: string, mainService: string): readonly Adoptee[] {
  const healthCheck = `${platform}-${mainService}-health-check`;
  return [
    { resourceType: 'aws_scheduler_schedule', importId: `default/${healthCheck}` },
    { resourceType: 'aws_iam_role', importId: healthCheck },
    ...platformRoles.map((name) => ({ resourceType: 'aws_iam_role', importId: `${platform}-${name}` })),
    { resourceType: 'aws_cloudwatch_dashboard', importId: platform },
    { resourceType: 'aws_kms_alias', importId: `alias/${platform}` },
    { resourceType: 'aws_db_proxy', importId: platform },
  ];
}
