// Says with which environment variables Terraform, the AWS CLI and the SDKs talk to the emulator, and to nothing else.
import { devNull } from 'node:os';

export type Environment = Readonly<Record<string, string | undefined>>;

export const defaultRegion = 'eu-west-2';

/**
 * Nothing but these differs from a run against AWS: the synthesized JSON is the same.
 * With an IP address as its host the endpoint makes every client use path-style S3 by itself.
 */
export function emulatorVariables(url: string, region: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    // Any value does: the emulator checks no signatures.
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    // The AWS CLI and boto3 read only this one.
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    // A person's own profile could name another endpoint, a role to assume or a sign-on to go through.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}

/** `base` with the variables of the emulator in place of everything that could lead to real AWS. */
export function pointAtEmulator(base: Environment, variables: Readonly<Record<string, string>>): Environment {
  const harmless = Object.entries(base).filter(([name]) => !name.toUpperCase().startsWith('AWS_'));
  const others = Object.fromEntries(harmless);
  const noProxy = [base.NO_PROXY ?? base.no_proxy, '127.0.0.1'].filter(Boolean).join(',');
  return { ...others, ...variables, NO_PROXY: noProxy, no_proxy: noProxy };
}
