// Plays AWS's part in OIDC: a role is taken only by a token that its own trust policy in the emulator names.
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import type { Emulator } from '../emulator/emulator.ts';
import { sdkConfig } from '../sdk-config.ts';
import type { AwsCredentials, RoleRequest } from '../workflows/stand-ins/configure-aws-credentials.ts';

interface TrustPolicy {
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Condition?: { readonly StringEquals?: Readonly<Record<string, string | readonly string[]>> };
  }[];
}

export function assumeRoleIn(emulator: Emulator): (request: RoleRequest) => Promise<AwsCredentials> {
  const client = new IAMClient(sdkConfig(emulator));
  return async ({ roleArn, claims }) => {
    const [, accountId = '', name = ''] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(roleArn) ?? [];
    const { Role } = await client.send(new GetRoleCommand({ RoleName: name }));
    const policy = JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '{"Statement":[]}')) as TrustPolicy;
    if (!trusts(policy, claims)) {
      throw new Error(`Not authorized to perform sts:AssumeRoleWithWebIdentity: ${name} does not trust ${claims.sub}`);
    }
    // Any key does in the emulator; this one has the form of temporary credentials.
    return {
      accessKeyId: 'ASIAREHEARSAL00000000',
      secretAccessKey: 'rehearsal-secret-key',
      sessionToken: 'rehearsal-session',
      accountId,
    };
  };
}

/** What our own roles use of the policy language: equality of claims. Anything else is not trusted. */
function trusts({ Statement }: TrustPolicy, claims: RoleRequest['claims']): boolean {
  return Statement.some(({ Effect, Action, Condition }) => {
    if (Effect !== 'Allow' || Action !== 'sts:AssumeRoleWithWebIdentity') return false;
    const { StringEquals, ...others } = Condition ?? {};
    if (StringEquals === undefined || Object.keys(others).length > 0) return false;
    // Of several values one has to be equal.
    return Object.entries(StringEquals).every(([key, value]) => {
      return [value].flat().some((one) => claims[key.slice(key.lastIndexOf(':') + 1)] === one);
    });
  });
}
