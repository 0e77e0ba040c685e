// What an account needs once, before anything else: the state bucket, and identities for CI. A table of contents.
import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { runbooks } from '../runbooks/index.ts';
import { AwsStack } from './aws-stack.ts';
import { ApiLogging } from './bootstrap/api-logging.ts';
import { Boundaries } from './bootstrap/boundaries.ts';
import { CiRoles } from './bootstrap/ci-roles.ts';
import { stateBucket, stateBucketName } from './bootstrap/state-bucket.ts';
import { namePrefix } from './names.ts';
import { outputs } from './parts/outputs.ts';
import type { Region } from './regions.ts';

export interface BootstrapSettings {
  readonly region: Region;
  /** `owner/name` of the one repository whose workflows may take the roles. */
  readonly repository: string;
  /** How every name begins, and so what the roles reach; that of the reference platform when left out. */
  readonly prefix?: string;
}

export class BootstrapStack extends AwsStack {
  constructor(scope: Construct, id: string, { region, repository, prefix = namePrefix }: BootstrapSettings) {
    super(scope, id, { region, tags: { Environment: 'shared', Layer: 'bootstrap' } });
    const { accountId } = this;

    const isProtected = new TerraformVariable(this, 'is_protected', {
      type: 'bool',
      description: 'Set to false, apply, then destroy: every state of the account goes with the bucket',
      default: true,
    }).booleanValue;
    const state = stateBucket(this, 'state', { name: stateBucketName(accountId, region), isProtected });
    const boundaries = new Boundaries(this, 'boundaries', { accountId, region, prefix });
    const stateBucketArn = state.arn;
    const roles = new CiRoles(this, 'ci', { accountId, region, repository, prefix, boundaries, stateBucketArn, runbooks });
    new ApiLogging(this, 'api-logging', accountId);

    outputs(this, { state_bucket: state.name, ...roles.outputs });
  }
}
