// Implements the ApiLimits port with the stages and usage plans of API Gateway.
import {
  APIGatewayClient,
  GetStageCommand,
  type PatchOperation,
  paginateGetRestApis,
  paginateGetUsagePlans,
  UpdateStageCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import { failure } from '../../define/failure.ts';
import type { ApiLimits, ApiStage, Throttle } from '../../ports/api-limits.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { everyPage } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** IAM knows only the methods: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
const namesInIam = {
  GetRestApis: 'GET',
  GetStage: 'GET',
  GetUsagePlans: 'GET',
  UpdateStage: 'PATCH',
  UpdateUsagePlan: 'PATCH',
} as const;

const readPermission = 'apigateway:GET';
const writePermission = 'apigateway:PATCH';

/** The settings of a stage for all of its methods. */
const allMethods = '*/*';

/** By which a stage says that it does not throttle: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings */
const notThrottled: Throttle = { rate: -1, burst: -1 };

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openApiLimits(config: AwsClientConfig): ApiLimits {
  const client = guarded(new APIGatewayClient({ ...config, ...persistent }), 'apigateway', config, namesInIam);
  return {
    stage: (apiName, stage) => findStage(client, apiName, stage),
    usagePlans: async ({ apiId, stage }) => {
      const attempt = { what: 'read the usage plans', permission: readPermission };
      const plans = await asking(attempt, () => everyPage(paginateGetUsagePlans({ client }, {}), ({ items }) => items));
      const ofStage = plans.filter(({ apiStages = [] }) => apiStages.some((one) => one.apiId === apiId && one.stage === stage));
      return ofStage.map(({ id = '', name = '', throttle }) => ({
        id,
        name,
        ...throttleOf(throttle?.rateLimit, throttle?.burstLimit),
      }));
    },
    setStage: async ({ apiId, stage }, throttle) => {
      const attempt = { what: `throttle the stage ${stage} of the API ${apiId}`, permission: writePermission };
      const patchOperations = replacing(`/${allMethods}/throttling`, throttle ?? notThrottled);
      const request = new UpdateStageCommand({ restApiId: apiId, stageName: stage, patchOperations });
      await asking(attempt, () => client.send(request));
    },
    setUsagePlan: async (id, throttle) => {
      const attempt = { what: `throttle the usage plan ${id}`, permission: writePermission };
      const removing: PatchOperation[] = [{ op: 'remove', path: '/throttle' }];
      const patchOperations = throttle ? replacing('/throttle', throttle) : removing;
      await asking(attempt, () => client.send(new UpdateUsagePlanCommand({ usagePlanId: id, patchOperations })));
    },
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html */
function replacing(path: string, { rate, burst }: Throttle): PatchOperation[] {
  return [
    { op: 'replace', path: `${path}/rateLimit`, value: String(rate) },
    { op: 'replace', path: `${path}/burstLimit`, value: String(burst) },
  ];
}

function throttleOf(rate = notThrottled.rate, burst = notThrottled.burst): { readonly throttle?: Throttle } {
  return rate < 0 || burst < 0 ? {} : { throttle: { rate, burst } };
}

async function findStage(client: APIGatewayClient, apiName: string, stageName: string): Promise<ApiStage | undefined> {
  const listing = { what: 'list the APIs', permission: readPermission };
  const apis = await asking(listing, () => everyPage(paginateGetRestApis({ client }, {}), ({ items }) => items));
  const [api, ...others] = apis.filter(({ name }) => name === apiName);
  if (!api?.id) return undefined;
  if (others.length > 0) throw ambiguous(apiName, others.length + 1);
  const restApiId = api.id;
  const reading = { what: `read the stage ${stageName} of the API ${apiName}`, permission: readPermission };
  const found = await askingFor(reading, isGone, () => client.send(new GetStageCommand({ restApiId, stageName })));
  const settings = found?.methodSettings?.[allMethods];
  const throttle = throttleOf(settings?.throttlingRateLimit, settings?.throttlingBurstLimit);
  return found && { apiId: restApiId, stage: stageName, ...throttle };
}

const isGone = (error: unknown): boolean => nameOf(error) === 'NotFoundException';

/** AWS lets APIs share a name; which one is meant, nobody may guess. */
function ambiguous(apiName: string, count: number): Error {
  return failure({
    code: 'aws/ambiguous-name',
    what: `There are ${count} APIs called ${apiName}.`,
    next: 'Find out with `aws apigateway get-rest-apis` which of them is left over, and delete it.',
  });
}
