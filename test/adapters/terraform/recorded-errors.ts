// Errors as Terraform 1.11.4 and the AWS provider 5.100.0 print them: recorded against moto 5.2.1 and, where it says fake AWS,
// against a server that answered with the error that AWS documents. Shortened; names and request IDs are evened out.
import type { Diagnostic } from '../../../src/ports/terraform.ts';

const error = (summary: string, detail = '', address?: string): Diagnostic => ({
  severity: 'error',
  summary,
  detail,
  ...(address === undefined ? {} : { address }),
});

const lockInfo = `Lock Info:
  ID:        8503a2e3-37c5-ac6f-32a8-0cdf2816752f
  Path:      state/k
  Operation: OperationTypeApply
  Who:       root@runner
  Version:   1.11.4
  Created:   2026-11-22 10:53:07.796190458 +0000 UTC
  Info:      


Terraform acquires a state lock to protect the state from being written
by multiple users at the same time. Please resolve the issue above and try
again.`;

const initialize = `Backend initialization required, please run "terraform init"`;
const role = 'arn:aws:sts::123456789012:assumed-role/plan/gh';

export const recorded = {
  lockedOnS3: error(
    'Error acquiring the state lock',
    `Error message: operation error S3: PutObject, https response error StatusCode: 412, RequestID: J, HostID: H, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold\n${lockInfo}`,
  ),
  lockedOnDisk: error('Error acquiring the state lock', `Error message: resource temporarily unavailable\n${lockInfo}`),
  notSaved: error(
    'Failed to persist state to backend',
    'The error shown above has prevented Terraform from writing the updated state to the configured backend. To allow for recovery, the state has been written to the file "errored.tfstate" in the current working directory.',
  ),
  bucketMissingAtInit: error(
    'Failed to get existing workspaces: S3 bucket "state" does not exist.',
    'The referenced S3 bucket must have been previously created.\n\nError: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: P, HostID: H, NoSuchBucket:',
  ),
  bucketMissingForAnObject: error(
    'uploading S3 Object (a) to Bucket (data): operation error S3: PutObject, https response error StatusCode: 404, RequestID: P, HostID: H, NoSuchBucket:',
    '',
    'aws_s3_object.a',
  ),
  noCredentials: error(
    'No valid credential sources found',
    'Please see https://developer.hashicorp.com/terraform/language/backend/s3\nfor more information about providing credentials.\n\nError: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, access disabled to EC2 IMDS via client option, or "AWS_EC2_METADATA_DISABLED" environment variable',
  ),
  /** fake AWS */
  expired: error(
    'validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: r-1, api error ExpiredToken: The security token included in the request is expired',
  ),
  /** fake AWS */
  expiredOnS3: error(
    'Failed to get existing workspaces: Unable to list objects in S3 bucket "state" with prefix "env:/": operation error S3: ListObjectsV2, https response error StatusCode: 400, RequestID: R, HostID: H, api error ExpiredToken: The provided token has expired.',
  ),
  /** fake AWS */
  rejected: error(
    'validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: r-1, api error InvalidClientTokenId: The security token included in the request is invalid.',
  ),
  rejectedByS3: error(
    'Failed to get existing workspaces: Unable to list objects in S3 bucket "state" with prefix "env:/": operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: j, HostID: H, api error SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ),
  /** fake AWS */
  denied: error(
    `creating SNS Topic (x): operation error SNS: CreateTopic, https response error StatusCode: 403, RequestID: r-1, AuthorizationError: User: ${role} is not authorized to perform: SNS:CreateTopic on resource: arn:aws:sns:eu-west-2:123456789012:x because no identity-based policy allows the SNS:CreateTopic action`,
    '',
    'aws_sns_topic.t',
  ),
  /** fake AWS; its last words, on the explicit deny, are from the documentation of IAM */
  deniedByBoundary: error(
    `creating ELBv2 Listener (arn:aws:elasticloadbalancing:eu-west-2:123456789012:loadbalancer/app/a/f2): operation error Elastic Load Balancing v2: CreateListener, https response error StatusCode: 403, RequestID: r-1, api error UnauthorizedOperation: You are not authorized to perform this operation. User: ${role} is not authorized to perform: ec2:DescribeVpcs with an explicit deny in a permissions boundary`,
    '',
    'aws_lb_listener.x',
  ),
  /** fake AWS */
  deniedWithoutWords: error(
    'Error refreshing state: Unable to access object "k" in S3 bucket "state": operation error S3: HeadObject, https response error StatusCode: 403, RequestID: , HostID: , api error Forbidden: Forbidden',
  ),
  certificateData: error('reading ACM Certificates: empty result', '', 'data.aws_acm_certificate.c'),
  /** fake AWS */
  certificateOfListener: error(
    "creating ELBv2 Listener (arn:aws:elasticloadbalancing:eu-west-2:123456789012:loadbalancer/app/a/f2): operation error Elastic Load Balancing v2: CreateListener, https response error StatusCode: 400, RequestID: r-1, CertificateNotFound: Certificate 'arn:aws:acm:eu-west-2:123456789012:certificate/aaaa' not found",
    '',
    'aws_lb_listener.x',
  ),
  regionOfBackend: error('Invalid region value', 'Invalid AWS Region: mars-1'),
  regionOfProvider: error('invalid AWS Region: mars-1', '', 'provider["registry.terraform.io/hashicorp/aws"]'),
  regionMissing: error(
    'Missing region value',
    'The "region" attribute or the "AWS_REGION" or "AWS_DEFAULT_REGION" environment variables must be set.',
  ),
  registryUnreachable: error(
    'Failed to query available provider packages',
    'Could not retrieve the list of available versions for provider hashicorp/aws: could not connect to registry.terraform.io: failed to request discovery document: Get "https://registry.terraform.io/.well-known/terraform.json": dial tcp: lookup registry.terraform.io on 10.0.0.2:53: no such host',
  ),
  versionNotInMirror: error(
    'Failed to query available provider packages',
    'Could not retrieve the list of available versions for provider hashicorp/aws: no available releases match the given constraints 5.99.0',
  ),
  checksum: error(
    'Failed to install provider',
    "Error while installing hashicorp/aws v5.100.0: the local package for registry.terraform.io/hashicorp/aws 5.100.0 doesn't match any of the checksums previously recorded in the dependency lock file",
  ),
  coreVersion: error(
    'Unsupported Terraform Core version',
    'This configuration does not support Terraform version 1.11.4. To proceed, either choose another supported Terraform version or update this version constraint.',
  ),
  stale: error(
    'Saved plan is stale',
    'The given plan file can no longer be applied because the state was changed by another operation after the plan was created.',
  ),
  notInitialized: error(initialize, 'Reason: Initial configuration of the requested backend "s3"'),
  backendChanged: error(
    'Backend initialization required: please run "terraform init"',
    'Reason: Backend configuration block has changed',
  ),
  backendChangedAtInit: error(
    'Backend configuration changed',
    'A change in the backend configuration has been detected, which may require migrating existing state.',
  ),
  noProviders: error(
    'Inconsistent dependency lock file',
    'The following dependency selections recorded in the lock file are inconsistent with the current configuration:\n  - provider registry.terraform.io/hashicorp/aws: required by this configuration but no version is selected',
  ),
  variableMissing: error(
    'No value for required variable',
    'The root module input variable "image" is not set, and has no default value. Use a -var or -var-file command line argument to provide a value for this variable.',
  ),
  variableOfWrongType: error(
    'Invalid value for input variable',
    'The given value is not suitable for var.size declared at main.tf.json:1,21-22: a number is required.',
  ),
  variableRefused: error(
    'Invalid value for variable',
    'must be a\n\nThis was checked by the validation rule at main.tf.json:1,184-185.',
  ),
  endpointRefuses: error(
    'creating SNS Topic (x): operation error SNS: CreateTopic, exceeded maximum number of attempts, 1, https response error StatusCode: 0, RequestID: , request send failed, Post "http://127.0.0.1:5999/": dial tcp 127.0.0.1:5999: connect: connection refused',
    '',
    'aws_sns_topic.t',
  ),
  provisioner: error(
    'local-exec provisioner error',
    "Error running command 'exit 3': exit status 3. Output: bad",
    'terraform_data.a',
  ),
} as const;

/** Standard error of the commands that have no `-json`. */
export const recordedStderr = {
  bucketMissing: `Error loading the state: S3 bucket "state" does not exist.

The referenced S3 bucket must have been previously created. If the S3 bucket
was created within the last minute, please wait for a minute or two and try
again.

Error: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: G, HostID: H, NoSuchBucket: 


Please ensure that your Terraform state exists and that you've
configured it properly.
`,
  locked: `
Error: Error acquiring the state lock

Error message: operation error S3: PutObject, https response error
StatusCode: 412, RequestID:
aCExkcgkTUkJCUKH8fTaSww9OxJ1OY5d5SyDUgbM8Fwo8V4pnUM4, HostID:
H, api error PreconditionFailed: At least one of the pre-conditions you
specified did not hold
${lockInfo}
`,
  lockOfAnother: `Failed to unlock state: lock ID 'zzz' does not match the existing lock ID 'b5aa'
${lockInfo}
`,
  nothingToImport: `
Error: Cannot import non-existent remote object

While attempting to import an existing object to "aws_iam_role.adopted_9",
the provider detected that no object exists with the given id. Only
pre-existing objects can be imported; check that the id is correct and that
it is associated with the provider's configured region or endpoint, or use
"terraform apply" to create a new remote object for this resource.
`,
  lockGone: `Failed to unlock state: unable to retrieve file from S3 bucket 'state' with key 'k.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: H, HostID: H, NoSuchKey: 
`,
  badFlag: `
Error: Failed to parse command-line flags

flag provided but not defined: -nope
`,
} as const;
