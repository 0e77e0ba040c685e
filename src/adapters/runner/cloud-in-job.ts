// AWS as a job has it: the credentials of its role, the state bucket, and Terraform as it is installed there.
import type { Documents } from '../../ports/documents.ts';
import type { Images } from '../../ports/images.ts';
import type { TaggedResources } from '../../ports/tagged-resources.ts';
import type { TerraformFolders } from '../../ports/terraform.ts';
import type { AwsClientConfig } from '../aws/client-config.ts';
import { openDocuments } from '../aws/documents.ts';
import { openImages } from '../aws/images.ts';
import { openTaggedResources } from '../aws/tagged-resources.ts';
import { openTerraformInJob } from './terraform-in-job.ts';

export interface CloudInputs {
  readonly region: string;
  readonly 'state-bucket': string;
}

export interface Cloud {
  readonly documents: Documents;
  readonly images: Images;
  readonly taggedResources: TaggedResources;
  readonly terraform: TerraformFolders;
}

export async function cloudInJob(inputs: CloudInputs, env: NodeJS.ProcessEnv): Promise<Cloud> {
  const client = clientConfig(inputs, env);
  return {
    documents: documentsInJob(inputs, env),
    images: openImages(env.AWS_ENDPOINT_URL ? { endpoint: env.AWS_ENDPOINT_URL } : {}),
    taggedResources: openTaggedResources(client),
    terraform: await openTerraformInJob(env),
  };
}

/** The state bucket alone: for jobs without Terraform. */
export function documentsInJob(inputs: CloudInputs, env: NodeJS.ProcessEnv): Documents {
  return openDocuments({ bucket: inputs['state-bucket'], client: clientConfig(inputs, env) });
}

export function clientConfig(
  { region }: Pick<CloudInputs, 'region'>,
  { AWS_ENDPOINT_URL: endpoint }: NodeJS.ProcessEnv,
): AwsClientConfig {
  return { region, ...(endpoint && { endpoint }) };
}
