// Where and as whom a terminal works, from its options and its environment: whatever is missing is told at once.
import { userInfo } from 'node:os';
import { usage } from './given.ts';

export interface TerminalOptions {
  readonly region?: string | undefined;
  readonly 'state-bucket'?: string | undefined;
  readonly by?: string | undefined;
  readonly repository?: string | undefined;
}

export interface TerminalSettings {
  readonly region: string;
  readonly bucket: string;
  /** Login of the person, for journals and locks. */
  readonly by: string;
  readonly endpoint?: string;
  /** With it, GitHub can be asked whether the run that holds a lock is still alive. */
  readonly gitHub?: { readonly token: string; readonly repository: string; readonly apiUrl: string };
}

type Env = Readonly<Record<string, string | undefined>>;

/** @throws a Failure `cli/usage` */
export function readSettings(options: TerminalOptions, env: Env): TerminalSettings {
  const region = options.region || env.AWS_REGION || env.AWS_DEFAULT_REGION;
  const account = env.AWS_ACCOUNT_ID;
  const bucket =
    options['state-bucket'] || env.OPSDECK_STATE_BUCKET || (account && region ? `opsdeck-state-${account}-${region}` : undefined);
  const problems = [
    ...(region ? [] : ['no region: give --region, or set AWS_REGION']),
    ...(bucket ? [] : ['no state bucket: give --state-bucket, or set OPSDECK_STATE_BUCKET or AWS_ACCOUNT_ID']),
  ];
  if (!region || !bucket)
    throw usage(problems.join('; '), 'Give them; the bootstrap stack tells the bucket as its output state_bucket.');
  const repository = options.repository || env.GITHUB_REPOSITORY;
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
  return {
    region,
    bucket,
    by: loginOf(options.by || env.GITHUB_ACTOR || userInfo().username),
    ...(env.AWS_ENDPOINT_URL && { endpoint: env.AWS_ENDPOINT_URL }),
    ...(repository && token && { gitHub: { token, repository, apiUrl } }),
  };
}

/** Whatever a machine calls its user, in the form of a login. */
function loginOf(name: string): string {
  return (
    name
      .replace(/[^a-zA-Z\d]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 39) || 'somebody'
  );
}
