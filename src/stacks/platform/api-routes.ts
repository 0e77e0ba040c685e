// The routes of the REST API: events go straight into the stream, everything else to the application.
import { createHash } from 'node:crypto';
import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration/index.js';
import { ApiGatewayIntegrationResponse } from '@cdktf/provider-aws/lib/api-gateway-integration-response/index.js';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method/index.js';
import { ApiGatewayMethodResponse } from '@cdktf/provider-aws/lib/api-gateway-method-response/index.js';
import { ApiGatewayModel } from '@cdktf/provider-aws/lib/api-gateway-model/index.js';
import { ApiGatewayRequestValidator } from '@cdktf/provider-aws/lib/api-gateway-request-validator/index.js';
import { ApiGatewayResource } from '@cdktf/provider-aws/lib/api-gateway-resource/index.js';
import type { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api/index.js';
import type { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { allow, fromAccount, ServiceRole } from '../parts/iam.ts';
import type { PlatformContext } from './context.ts';

/** What a deployment must know about a route: when it changed, and what must exist first. */
interface Route {
  readonly fingerprint: readonly unknown[];
  readonly parts: readonly ITerraformDependable[];
}

export interface EventsRouteProps {
  readonly context: PlatformContext;
  readonly api: ApiGatewayRestApi;
  readonly stream: KinesisStream;
  readonly keyArn: string;
}

const eventSchema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['event_id', 'student_id', 'event_type'],
  properties: { event_id: { type: 'string' }, student_id: { type: 'string' }, event_type: { type: 'string' } },
} as const;

/** What a client is told: 202 only for an event that the stream has taken. */
const answers = [
  { id: 'accepted', statusCode: '202', selectionPattern: undefined, body: '{}' },
  // The body was checked before: what Kinesis refuses then, throttling above all, is our fault, and worth another try.
  { id: 'failed', statusCode: '503', selectionPattern: '[45]\\d{2}', body: '{"error":"Send the event again"}' },
] as const;

interface AnswerConfig {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
  readonly selectionPattern: string | undefined;
  readonly body: string;
}

/** `POST /events`: checked against the schema, put into the stream without any code of ours in between. */
export class EventsRoute extends Construct implements Route {
  readonly fingerprint: readonly unknown[];
  readonly parts: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: EventsRouteProps) {
    super(scope, id);
    const { context, api, stream } = props;
    const resource = new ApiGatewayResource(this, 'resource', {
      restApiId: api.id,
      parentId: api.rootResourceId,
      pathPart: 'events',
    });
    const method = this.#method(api, resource);
    const writer = this.#writer(props);
    const of = { restApiId: api.id, resourceId: resource.id, httpMethod: method.httpMethod };
    const integration = new ApiGatewayIntegration(this, 'integration', {
      ...of,
      type: 'AWS',
      integrationHttpMethod: 'POST',
      uri: `arn:aws:apigateway:${context.region}:kinesis:action/PutRecord`,
      credentials: writer.arn,
      passthroughBehavior: 'NEVER',
      requestTemplates: { 'application/json': recordTemplate(stream.name) },
      dependsOn: [...writer.permissions],
    });
    const answered = answers.map(({ id, ...answer }) => this.#answer(id, { ...of, ...answer }, integration));
    this.parts = [integration, ...answered];
    this.fingerprint = [
      ...[resource, method, integration, ...answered].map(({ id }) => id),
      method.authorization,
      integration.requestTemplates,
      settings,
    ];
  }

  #method(api: ApiGatewayRestApi, resource: ApiGatewayResource): ApiGatewayMethod {
    const model = new ApiGatewayModel(this, 'model', {
      restApiId: api.id,
      name: 'StudentEvent',
      contentType: 'application/json',
      schema: JSON.stringify(eventSchema),
    });
    const validator = new ApiGatewayRequestValidator(this, 'validator', {
      restApiId: api.id,
      name: 'body',
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    return new ApiGatewayMethod(this, 'method', {
      restApiId: api.id,
      resourceId: resource.id,
      httpMethod: 'POST',
      authorization: 'AWS_IAM',
      apiKeyRequired: true,
      requestValidatorId: validator.id,
      requestModels: { 'application/json': model.name },
    });
  }

  #answer(id: string, config: AnswerConfig, integration: ApiGatewayIntegration): ApiGatewayIntegrationResponse {
    const { body, selectionPattern, ...of } = config;
    const response = new ApiGatewayMethodResponse(this, `${id}-response`, of);
    return new ApiGatewayIntegrationResponse(this, id, {
      ...of,
      statusCode: response.statusCode,
      ...(selectionPattern && { selectionPattern }),
      responseTemplates: { 'application/json': body },
      dependsOn: [integration],
    });
  }

  #writer({ context, stream, keyArn }: EventsRouteProps): ServiceRole {
    const { prefix, accountId } = context;
    return new ServiceRole(this, 'writer', {
      name: `${prefix}-api-events`,
      accountId,
      service: 'apigateway.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [allow(['kinesis:PutRecord'], stream.arn), allow(['kms:GenerateDataKey'], keyArn)],
    });
  }
}

/** Changes when an answer or the schema does: what no id and no template would tell. */
const settings = createHash('sha256')
  .update(JSON.stringify([answers, eventSchema]))
  .digest('hex');

/** One student's events stay in order: the student is the partition key. */
function recordTemplate(streamName: string): string {
  return `{"StreamName":"${streamName}","PartitionKey":$input.json('$.student_id'),"Data":"$util.base64Encode($input.body)"}`;
}

export interface ForwardRouteProps {
  readonly api: ApiGatewayRestApi;
  readonly applicationHost: string;
}

/** `ANY /{proxy+}`: the application behind the load balancer. */
export class ForwardRoute extends Construct implements Route {
  readonly fingerprint: readonly unknown[];
  readonly parts: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { api, applicationHost }: ForwardRouteProps) {
    super(scope, id);
    const resource = new ApiGatewayResource(this, 'resource', {
      restApiId: api.id,
      parentId: api.rootResourceId,
      pathPart: '{proxy+}',
    });
    const method = new ApiGatewayMethod(this, 'method', {
      restApiId: api.id,
      resourceId: resource.id,
      httpMethod: 'ANY',
      authorization: 'AWS_IAM',
      apiKeyRequired: true,
      requestParameters: { 'method.request.path.proxy': true },
    });
    const integration = new ApiGatewayIntegration(this, 'integration', {
      restApiId: api.id,
      resourceId: resource.id,
      httpMethod: method.httpMethod,
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'ANY',
      uri: `https://${applicationHost}/{proxy}`,
      requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
      timeoutMilliseconds: 29_000,
    });
    this.parts = [integration];
    this.fingerprint = [resource.id, method.id, method.authorization, integration.id, integration.uri];
  }
}
