// The service layer: what changes with every merge, and what a deploy can roll back. A table of contents.
import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { StackDefinitions } from '../define/own-definitions.ts';
import { AwsStack } from './aws-stack.ts';
import { planCapacity } from './capacity.ts';
import { hostLabelOf, mainService, prefixOf, stateKeyOf } from './names.ts';
import { logGroup } from './parts/log-group.ts';
import { outputs } from './parts/outputs.ts';
import { PlatformFacts } from './platform-parameters.ts';
import type { Profile } from './profiles.ts';
import type { Region } from './regions.ts';
import { cacheUser } from './service/cache-user.ts';
import type { ServiceContext } from './service/context.ts';
import { Exposure } from './service/exposure.ts';
import { FargateService } from './service/fargate-service.ts';
import { HealthCheck } from './service/health-check.ts';
import { ServiceObservability } from './service/observability.ts';
import { TaskRoles } from './service/roles.ts';
import { taskDefinition } from './service/task.ts';

export interface ServiceSettings {
  /** The environment whose platform the service runs on. */
  readonly environment: string;
  /** `app`, or `pr-<n>` for a preview beside it. */
  readonly service: string;
  readonly region: Region;
  readonly profile: Profile;
  /** KPIs of the repository's own: they get alarms and dashboards beside those of Opsdeck. */
  readonly own?: StackDefinitions;
}

export class ServiceStack extends AwsStack {
  constructor(scope: Construct, id: string, settings: ServiceSettings) {
    const { environment, service, region } = settings;
    super(scope, id, {
      region,
      tags: { Environment: environment, Layer: 'service', Service: service },
      stateKey: stateKeyOf('service', environment, service),
    });
    const { image, tracerImage } = this.#images();
    const context = this.#context(settings);
    const { prefix, platform } = context;

    const logs = logGroup(this, 'logs', { name: `/aws/ecs/${prefix}`, keyArn: platform.text('keyArn') });
    const cache = cacheUser(this, context);
    const roles = new TaskRoles(this, 'roles', { context, cacheUserArn: cache.arn });
    const task = taskDefinition(this, 'task', {
      context,
      roles,
      cache,
      image,
      tracerImage,
      logGroupName: logs.name,
    });
    const exposure = new Exposure(this, 'exposure', context);
    const { rollbackAlarms } = new ServiceObservability(this, 'observability', context, exposure.targetGroup.arnSuffix);
    const fargate = new FargateService(this, 'fargate', {
      context,
      task,
      exposure,
      rollbackAlarms,
      needs: [...roles.execution.permissions, ...roles.task.permissions],
    });
    // A preview is looked at by the person who asked for it.
    if (service === mainService) new HealthCheck(this, 'health-check', { context, roles });

    outputs(this, {
      url: `https://${context.host}`,
      deployed_image: image,
      service_name: fargate.service.name,
      task_definition_arn: task.arn,
      target_group: exposure.targetGroup.arnSuffix,
      log_group: logs.name,
    });
  }

  #images() {
    const image = new TerraformVariable(this, 'image', {
      type: 'string',
      description: 'Image of the application, pinned by digest',
    });
    image.addValidation({
      condition: '${can(regex("@sha256:[0-9a-f]{64}$", var.image))}',
      errorMessage: 'Pin the image by its digest: <repository>@sha256:<64 hex digits>. A tag can be moved to other code.',
    });
    const tracerImage = new TerraformVariable(this, 'tracer_image', {
      type: 'string',
      description: 'Image of the X-Ray daemon',
      default: 'public.ecr.aws/xray/aws-xray-daemon:3.x',
    });
    return { image: image.stringValue, tracerImage: tracerImage.stringValue };
  }

  #context({ environment, service, region, profile, own = {} }: ServiceSettings): ServiceContext {
    const platform = new PlatformFacts(this, 'platform', environment);
    return {
      prefix: `${prefixOf(environment)}-${service}`,
      environment,
      service,
      region,
      accountId: this.accountId,
      profile,
      capacity: planCapacity(profile.concurrentStudents, profile.zones),
      platform,
      host: `${hostLabelOf(environment, service)}.${platform.text('domain')}`,
      own,
    };
  }
}
