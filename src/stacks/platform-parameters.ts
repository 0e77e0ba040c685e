// What the platform tells the services that run on it: one SSM parameter a fact, under /opsdeck/<environment>/.
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter/index.js';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter/index.js';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';

/** The contract between the two layers. Lists are joined by commas. */
export const platformParameters = {
  alertsTopicArn: 'operations/alerts-topic-arn',
  appSecurityGroupId: 'network/app-security-group-id',
  appSubnetIds: 'network/app-subnet-ids',
  cacheArn: 'cache/arn',
  cacheHost: 'cache/host',
  cacheUserArn: 'cache/user-arn',
  cacheUserName: 'cache/user-name',
  clusterArn: 'compute/cluster-arn',
  clusterName: 'compute/cluster-name',
  databaseConnectArn: 'database/connect-arn',
  databaseHost: 'database/host',
  deadLetterQueueArn: 'operations/dead-letter-queue-arn',
  domain: 'edge/domain',
  eventStreamArn: 'analytics/event-stream-arn',
  eventStreamName: 'analytics/event-stream-name',
  httpsListenerArn: 'edge/https-listener-arn',
  keyArn: 'encryption/key-arn',
  loadBalancerArnSuffix: 'edge/load-balancer-arn-suffix',
  vpcId: 'network/vpc-id',
} as const;

export type PlatformParameter = keyof typeof platformParameters;

export function parameterName(environment: string, parameter: PlatformParameter): string {
  return `/opsdeck/${environment}/${platformParameters[parameter]}`;
}

/** Writes every parameter of the contract; a missing one does not compile. */
export class PublishedParameters extends Construct {
  constructor(scope: Construct, id: string, environment: string, values: Readonly<Record<PlatformParameter, string>>) {
    super(scope, id);
    for (const [key, value] of Object.entries(values) as [PlatformParameter, string][]) {
      // None of them is a secret; the plain attribute keeps plans readable.
      new SsmParameter(this, key, { name: parameterName(environment, key), type: 'String', insecureValue: value });
    }
  }
}

/** Reads parameters of the contract; each is looked up once and only if it is used. */
export class PlatformFacts extends Construct {
  readonly #environment: string;
  readonly #read = new Map<PlatformParameter, string>();

  constructor(scope: Construct, id: string, environment: string) {
    super(scope, id);
    this.#environment = environment;
  }

  text(parameter: PlatformParameter): string {
    const known = this.#read.get(parameter);
    if (known !== undefined) return known;
    const name = parameterName(this.#environment, parameter);
    const value = new DataAwsSsmParameter(this, parameter, { name }).insecureValue;
    this.#read.set(parameter, value);
    return value;
  }

  list(parameter: PlatformParameter): string[] {
    return Fn.split(',', this.text(parameter));
  }
}
