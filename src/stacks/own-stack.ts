// The one stack of a repository that is not the reference platform: it begins as this one, and adds what it is made of.
import type { Construct } from 'constructs';
import type { StacksConfig } from '../define/stacks-config.ts';
import { AwsStack } from './aws-stack.ts';
import { stateKeyOf } from './names.ts';
import type { Region } from './regions.ts';

export interface OwnStackSettings {
  /** `staging`, or `pr-7` of a preview. */
  readonly environment: string;
  readonly region: Region;
  readonly config: Pick<StacksConfig, 'prefix' | 'tags'>;
}

/** The gate looks for a stack of that name; state, lock and preview go by it. */
const name = 'platform';

/** Provider, state and tags are what the gate expects of them; a resource is to be called `${this.prefix}-...`. */
export abstract class OwnStack extends AwsStack {
  /** `shop-staging` */
  readonly prefix: string;
  readonly environment: string;

  constructor(scope: Construct, { environment, region, config }: OwnStackSettings) {
    super(scope, name, {
      region,
      commonTags: config.tags,
      tags: { Environment: environment, Layer: 'platform' },
      stateKey: stateKeyOf('platform', environment),
    });
    this.prefix = `${config.prefix}-${environment}`;
    this.environment = environment;
  }
}
