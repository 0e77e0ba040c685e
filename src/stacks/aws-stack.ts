// What all stacks share: the provider, the state backend, the tags; the same text for AWS and for an emulator of it.
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity/index.js';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { LocalBackend, S3Backend, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { Region } from './regions.ts';

/** Lock files in S3 and write-only arguments, both used here, need it: https://developer.hashicorp.com/terraform/language/backend/s3 */
export const requiredTerraform = '>= 1.11';

export interface AwsStackSettings {
  readonly region: Region;
  readonly tags: Readonly<Record<string, string>>;
  /** Those of the reference platform when left out. */
  readonly commonTags?: Readonly<Record<string, string>>;
  /** Key in the state bucket; without one the state is a local file. The bucket's name is given to `terraform init`. */
  readonly stateKey?: string;
}

export abstract class AwsStack extends TerraformStack {
  readonly accountId: string;

  constructor(scope: Construct, id: string, { region, tags, stateKey, commonTags = referenceTags }: AwsStackSettings) {
    super(scope, id);
    this.addOverride('terraform.required_version', requiredTerraform);
    if (stateKey) this.#remoteState(stateKey, region);
    else new LocalBackend(this, { path: 'terraform.tfstate' });
    new AwsProvider(this, 'aws', { region, defaultTags: [{ tags: { ...commonTags, ManagedBy: 'opsdeck', ...tags } }] });
    this.accountId = new DataAwsCallerIdentity(this, 'caller').accountId;
  }

  #remoteState(key: string, region: Region): void {
    const backend = new S3Backend(this, { bucket: '', key, region, encrypt: true });
    backend.addOverride('bucket', undefined);
    // The class of cdktf does not know this option.
    backend.addOverride('use_lockfile', true);
  }
}

/** Owner and classification are the customer's words: student records under FERPA. */
const referenceTags = { Owner: 'EduTech', DataClassification: 'Sensitive' } as const;
