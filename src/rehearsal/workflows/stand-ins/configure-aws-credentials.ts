// Stands in for aws-actions/configure-aws-credentials: shows the job's ID token to whoever plays AWS, and exports what it gives.
import { failure } from '../../../define/failure.ts';
import type { StandIn, StandInStep } from '../options.ts';
import type { Claims } from '../rules/claims.ts';

export interface RoleRequest {
  readonly roleArn: string;
  readonly region: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly claims: Claims;
}

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly accountId: string;
}

export interface AwsCredentialsOptions {
  /** Decides by the claims as the role's trust policy would, and throws when it says no. */
  readonly assumeRole: (request: RoleRequest) => Promise<AwsCredentials>;
}

const region = /^[a-z]{2}(-[a-z]+)+-\d$/;

export function configureAwsCredentials({ assumeRole }: AwsCredentialsOptions): StandIn {
  return {
    about: 'assumes the role in the emulated AWS, after a look at the claims of the ID token',
    inputs: {
      'aws-region': '',
      'role-to-assume': '',
      'role-session-name': 'GitHubActions',
      'role-duration-seconds': '3600',
      'mask-aws-account-id': 'false',
      audience: 'sts.amazonaws.com',
      'allowed-account-ids': '',
      'role-skip-session-tagging': '',
    },
    main: (step) => configure(step, assumeRole),
    post: async ({ exportVariable }) => {
      // As the action does it: the credentials do not outlive the job.
      for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) exportVariable(name, '');
    },
  };
}

async function configure(step: StandInStep, assumeRole: AwsCredentialsOptions['assumeRole']): Promise<void> {
  const { inputs, exportVariable } = step;
  const { 'aws-region': regionName = '', 'role-to-assume': roleArn = '' } = inputs;
  if (!region.test(regionName)) throw new Error(`Region is not valid: ${regionName}`);
  if (roleArn === '') throw new Error('Could not load credentials from any providers: no role-to-assume is given');
  const claims = await idTokenClaims(step, inputs.audience ?? '');
  const credentials = await assumeRole({
    roleArn,
    region: regionName,
    sessionName: inputs['role-session-name'] ?? '',
    durationSeconds: Number(inputs['role-duration-seconds']),
    claims,
  });
  refuseOtherAccounts(inputs['allowed-account-ids'] ?? '', credentials.accountId);
  for (const secret of [credentials.secretAccessKey, credentials.sessionToken]) step.addMask(secret);
  if (inputs['mask-aws-account-id'] === 'true') step.addMask(credentials.accountId);
  exportVariable('AWS_REGION', regionName);
  exportVariable('AWS_DEFAULT_REGION', regionName);
  exportVariable('AWS_ACCESS_KEY_ID', credentials.accessKeyId);
  exportVariable('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey);
  exportVariable('AWS_SESSION_TOKEN', credentials.sessionToken);
  step.setOutput('aws-account-id', credentials.accountId);
  step.log(`Authenticated as ${roleArn} (session ${inputs['role-session-name']})`);
}

function refuseOtherAccounts(allowed: string, accountId: string): void {
  const ids = allowed
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length > 0 && !ids.includes(accountId)) {
    throw new Error(`The account ID of the provided credentials (${accountId}) is not one of ${ids.join(', ')}`);
  }
}

/** Asks for the token as every action does, and reads what it claims. */
async function idTokenClaims({ env, signal }: StandInStep, audience: string): Promise<Claims> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = env;
  if (url === undefined || token === undefined) throw noIdToken();
  const response = await fetch(`${url}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  });
  if (!response.ok) throw new Error(`The server for ID tokens answered ${response.status}`);
  const { value } = (await response.json()) as { readonly value: string };
  const [, payload = ''] = value.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
}

function noIdToken() {
  return failure({
    code: 'workflow/no-id-token',
    what:
      'It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission? ' +
      'Could not load credentials from any providers',
    next: 'Give the job the permission id-token: write.',
  });
}
