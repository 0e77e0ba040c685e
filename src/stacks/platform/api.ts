// The REST API: throttled, metered by a usage plan, logged and traced; its routes stand in api-routes.ts.
import { ApiGatewayApiKey } from '@cdktf/provider-aws/lib/api-gateway-api-key/index.js';
import { ApiGatewayDeployment } from '@cdktf/provider-aws/lib/api-gateway-deployment/index.js';
import { ApiGatewayMethodSettings } from '@cdktf/provider-aws/lib/api-gateway-method-settings/index.js';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api/index.js';
import { ApiGatewayStage } from '@cdktf/provider-aws/lib/api-gateway-stage/index.js';
import { ApiGatewayUsagePlan } from '@cdktf/provider-aws/lib/api-gateway-usage-plan/index.js';
import { ApiGatewayUsagePlanKey } from '@cdktf/provider-aws/lib/api-gateway-usage-plan-key/index.js';
import type { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream/index.js';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { logGroup } from '../parts/log-group.ts';
import { EventsRoute, ForwardRoute } from './api-routes.ts';
import type { PlatformContext } from './context.ts';

/** Requests per second: the whole stage below the account's default of 10,000, one client below that. */
const throttle = {
  stage: { rateLimit: 10_000, burstLimit: 5_000 },
  client: { rateLimit: 5_000, burstLimit: 2_500 },
} as const;

/** One day of one client: 100,000 students, 500 requests each. */
const requestsPerDay = 50_000_000;

const stageName = 'v1';

const accessLogFormat = {
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.resourcePath',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  trace: '$context.xrayTraceId',
} as const;

export interface ApiProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  readonly stream: KinesisStream;
  /** Everything that is no event goes on to this host. */
  readonly applicationHost: string;
}

export class Api extends Construct {
  readonly name: string;
  readonly stage: ApiGatewayStage;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { prefix } = props.context;
    const api = new ApiGatewayRestApi(this, 'rest-api', {
      name: prefix,
      description: 'Assessment platform',
      endpointConfiguration: { types: ['REGIONAL'] },
      minimumCompressionSize: '1024',
    });
    this.name = api.name;
    const routes = [new EventsRoute(this, 'events', { ...props, api }), new ForwardRoute(this, 'forward', { ...props, api })];
    const deployment = new ApiGatewayDeployment(this, 'deployment', {
      restApiId: api.id,
      // A deployment is a snapshot: a new one is made whenever a route changes.
      triggers: { routes: Fn.sha1(Fn.jsonencode(routes.flatMap((route) => route.fingerprint))) },
      lifecycle: { createBeforeDestroy: true },
      dependsOn: routes.flatMap((route) => route.parts),
    });
    this.stage = this.#stage(props, api, deployment);
    this.#metering(prefix, api);
  }

  #stage({ context, keyArn }: ApiProps, api: ApiGatewayRestApi, deployment: ApiGatewayDeployment): ApiGatewayStage {
    const logs = logGroup(this, 'logs', { name: `/aws/apigateway/${context.prefix}`, keyArn });
    const stage = new ApiGatewayStage(this, 'stage', {
      restApiId: api.id,
      deploymentId: deployment.id,
      stageName,
      xrayTracingEnabled: true,
      accessLogSettings: { destinationArn: logs.arn, format: JSON.stringify(accessLogFormat) },
    });
    new ApiGatewayMethodSettings(this, 'throttling', {
      restApiId: api.id,
      stageName: stage.stageName,
      methodPath: '*/*',
      settings: {
        metricsEnabled: true,
        loggingLevel: 'ERROR',
        // Bodies are student records: they do not belong in a log.
        dataTraceEnabled: false,
        throttlingRateLimit: throttle.stage.rateLimit,
        throttlingBurstLimit: throttle.stage.burstLimit,
      },
    });
    return stage;
  }

  #metering(prefix: string, api: ApiGatewayRestApi): void {
    const plan = new ApiGatewayUsagePlan(this, 'usage-plan', {
      name: prefix,
      apiStages: [{ apiId: api.id, stage: this.stage.stageName }],
      throttleSettings: throttle.client,
      quotaSettings: { limit: requestsPerDay, period: 'DAY' },
    });
    const key = new ApiGatewayApiKey(this, 'web-client', { name: `${prefix}-web` });
    new ApiGatewayUsagePlanKey(this, 'web-client-plan', { usagePlanId: plan.id, keyId: key.id, keyType: 'API_KEY' });
  }
}
