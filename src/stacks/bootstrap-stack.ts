// What an account needs once, before anything else: the state bucket, and identities for CI.
import type { Construct } from 'constructs';
import { AwsStack } from './aws-stack.ts';
import type { Region } from './regions.ts';

export interface BootstrapSettings {
  readonly region: Region;
  /** `owner/name` of the one repository whose workflows may take the roles. */
  readonly repository: string;
}

export class BootstrapStack extends AwsStack {
  constructor(scope: Construct, id: string, { region }: BootstrapSettings) {
    super(scope, id, { region, tags: { Environment: 'shared', Layer: 'bootstrap' } });
  }
}
