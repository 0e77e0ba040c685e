// The causes of a failed run that we know: one row a cause, with how to tell it, its stable code and the next step.
import type { FailureCode } from '../../define/failure.ts';
import { parseStateLock } from './state-lock.ts';
import { registryOf, type Tool } from './tool.ts';

export interface Cause {
  readonly code: FailureCode;
  /** Tried on each error's text, brought onto one line. */
  readonly matches: RegExp;
  /** Only for an error that names no resource: the same words about a resource mean something else. */
  readonly ofTheState?: true;
  /** Half a sentence, without a full stop: the address follows. */
  readonly what: (seen: Seen) => string;
  readonly next: (seen: Seen) => string;
}

export interface Seen {
  /** What `matches` captured; '' where a group took no part. */
  readonly groups: readonly string[];
  readonly text: string;
  readonly tool: Tool;
}

/** In order: the first row that matches any error wins, so what decides the next step comes before what merely happened too. */
export const knownCauses: readonly Cause[] = [
  {
    code: 'terraform/state-not-saved',
    matches: /Failed to (?:save|persist) state|errored\.tfstate/,
    what: () => 'The changes were made, but the new state could not be saved',
    next: ({ tool }) =>
      `Keep errored.tfstate, correct the cause below, and run \`${tool} state push errored.tfstate\` in the same folder before anything else.`,
  },
  {
    code: 'terraform/state-locked',
    matches: /Error acquiring the state lock.*Lock Info:/,
    what: ({ text }) => {
      const lock = parseStateLock(text);
      return lock
        ? `The state is locked: ${lock.operation} by ${lock.who} since ${lock.createdAt}, lock ${lock.id}`
        : 'The state is locked';
    },
    next: ({ text, tool }) =>
      `Wait until that run has ended; only if it died, release its lock: \`${tool} force-unlock ${parseStateLock(text)?.id ?? 'LOCK_ID'}\`.`,
  },
  {
    code: 'terraform/nothing-to-import',
    matches: /Cannot import non-existent remote object/,
    what: () => 'There is nothing by that id to be imported',
    next: () => 'Check the id, the region and the account; if the resource is gone, there is nothing to do.',
  },
  {
    code: 'terraform/lock-gone',
    matches: /Failed to unlock state: (?:.*not locked|lock ID .* does not match|.*unable to retrieve file .*\.tflock.*NoSuchKey)/,
    what: () => 'The lock to release is not there any more, or belongs to another run by now',
    next: () => 'Run the command again that met the lock: it names the present holder, if there is one.',
  },
  {
    code: 'terraform/state-bucket-missing',
    matches: /S3 bucket "([^"]+)" does not exist|NoSuchBucket/,
    ofTheState: true,
    what: ({ groups: [bucket] }) => `The S3 bucket${bucket ? ` ${bucket}` : ''} that should hold the state does not exist`,
    next: () => 'Create it by deploying the bootstrap stack, or correct the bucket in the backend configuration.',
  },
  {
    code: 'terraform/no-credentials',
    matches: /No valid credential sources found|failed to refresh cached credentials/,
    what: () => 'There are no AWS credentials',
    next: () =>
      'Give the job a role (aws-actions/configure-aws-credentials, permission id-token: write), or sign in with `aws sso login`.',
  },
  {
    code: 'terraform/credentials-expired',
    matches: /ExpiredToken|RequestExpired|token (?:included in the request is|has) expired/,
    what: () => 'The AWS credentials expired during the run',
    next: () =>
      'Get new ones and run again; for longer runs, raise role-duration-seconds and the maximum session duration of the role.',
  },
  {
    code: 'terraform/credentials-rejected',
    matches: /InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|AuthFailure/,
    what: () => 'AWS does not accept the credentials',
    next: () =>
      'Check with `aws sts get-caller-identity` whose they are, and that they belong to this account, partition and endpoint.',
  },
  {
    code: 'terraform/access-denied',
    matches: /(?:User: (\S+) is )?not authorized to perform: ([\w-]+:\w+)(?: on resource: (\S+))?/,
    what: ({ groups: [who, action, resource] }) =>
      `AWS denied ${action}${resource ? ` on ${resource}` : ''}${who ? ` to ${who}` : ''}`,
    next: ({ groups: [, action], text }) =>
      /explicit deny/.test(text)
        ? `Find the explicit deny of ${action} (permissions boundary or service control policy): an allow does not outweigh it.`
        : `Allow ${action} in the policy of that role, if this run should be able to do it.`,
  },
  {
    code: 'terraform/access-denied',
    matches: /(?:operation error ([\w -]+: \w+).*)?(?:AccessDenied|UnauthorizedOperation|AuthorizationError|api error Forbidden)/,
    what: ({ groups: [operation] }) => `AWS denied ${operation || 'the request'}`,
    next: () => 'Allow the operation in the policy of the role; `aws sts decode-authorization-message` reads an encoded message.',
  },
  {
    code: 'terraform/certificate-not-found',
    matches: /no matching ACM Certificate found|ACM Certificates?\b.*empty result|CertificateNotFound/i,
    what: () => 'The TLS certificate does not exist, or is not issued yet',
    next: () => 'Request it in ACM, in the same region and account, and wait until it is ISSUED; then run again.',
  },
  {
    code: 'terraform/invalid-region',
    matches: /(?:Invalid|Missing) region value(?:.*?AWS Region: (\S+))?|Invalid AWS Region: (\S+)/i,
    what: ({ groups: [ofBackend, ofProvider] }) =>
      ofBackend || ofProvider ? `${ofBackend || ofProvider} is not an AWS region` : 'The AWS region is missing',
    next: () => 'Set AWS_REGION, or the region of the stack and its backend, to a region such as eu-west-2.',
  },
  {
    code: 'terraform/provider-checksum',
    matches: /(\S+) v?(\S+) doesn't match any of the checksums/,
    what: ({ groups: [provider, version] }) =>
      `The provider ${provider} ${version} is not the one that .terraform.lock.hcl recorded`,
    next: ({ tool }) =>
      `Record this platform's checksum with \`${tool} providers lock\`, or delete .terraform.lock.hcl if the stack is generated.`,
  },
  {
    code: 'terraform/provider-unavailable',
    matches: /Failed to query available provider packages.*?provider (\S+):|Failed to install provider|Could not retrieve/,
    what: ({ groups: [provider] }) => `The provider${provider ? ` ${provider}` : ''} could not be downloaded`,
    next: ({ tool }) =>
      `Let this machine reach ${registryOf[tool]}, or run \`${tool} providers mirror DIR\` on a connected machine and copy DIR to ~/.terraform.d/plugins.`,
  },
  {
    code: 'terraform/unsupported-version',
    matches: /Unsupported (?:Terraform|OpenTofu) Core version.*?version (\d\S*?)\.? /,
    what: ({ groups: [version] }) => `The stack does not allow version ${version}`,
    next: () => 'Install a version that its required_version allows, or change required_version.',
  },
  {
    code: 'terraform/plan-stale',
    matches: /Saved plan is stale/,
    what: () => 'The saved plan is out of date: the state has changed since',
    next: () => 'Plan again, and have the new plan reviewed before it is applied.',
  },
  {
    code: 'terraform/not-initialized',
    matches:
      /initialization required|Backend configuration changed|Inconsistent dependency lock file|Required plugins are not installed|Module not installed/,
    what: () => 'The folder is not initialized for this stack',
    next: ({ tool }) => `Run \`${tool} init\` first; add -reconfigure when the backend has changed.`,
  },
  {
    code: 'terraform/invalid-variable',
    matches:
      /(?:No value for required variable|Invalid value for (?:input )?variable|Value for undeclared variable)(?:.*?(?:variable(?: named)? "|var\.)(\w+))?/,
    what: ({ groups: [name] }) => `The value of the variable${name ? ` ${name}` : ''} is missing or wrong`,
    next: () => 'Correct the variables of this run; the details say what is expected.',
  },
  {
    code: 'terraform/endpoint-unreachable',
    matches:
      /dial tcp(?: (\S+?))?: (?:connect: connection refused|lookup (\S+) .*no such host|i\/o timeout|connect: network is unreachable)|ECONNREFUSED|connection refused/,
    what: ({ groups: [address, host] }) => `Nothing answers at ${host || address || 'the endpoint'}`,
    next: () => 'Start the emulator again, or correct AWS_ENDPOINT_URL; without an emulator, check the network and unset it.',
  },
];
