// What `opsdeck init` sets up, from its options and the environment; what is missing is told, or asked for at a terminal.
import { failure } from '../../define/failure.ts';
import { isRegion } from '../../stacks/regions.ts';
import { readDoctorSettings } from '../doctor/settings.ts';

export interface InitOptions {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly repository?: string | undefined;
  readonly domain?: string | undefined;
  readonly image?: string | undefined;
  readonly environments?: string | undefined;
  readonly reviewers?: string | undefined;
}

/** Not everything may be known yet. */
export interface InitSettings {
  /** Absent: whichever the credentials are of. */
  readonly account?: string;
  readonly region?: string;
  readonly repository?: string;
  readonly domain?: string;
  /** The ECR repository of the images. */
  readonly image?: string;
  /** In the order in which they are deployed to; empty: the usual ones. */
  readonly environments: readonly string[];
  /** Logins of people who approve. */
  readonly reviewers: readonly string[];
  readonly endpoint?: string;
  readonly gitHub?: { readonly token: string; readonly apiUrl: string };
}

type Env = Readonly<Record<string, string | undefined>>;

const environmentName = /^(?!.*--)[a-z][a-z\d-]{0,10}[a-z\d]$/;
const login = /^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/;

/** @throws a Failure `cli/usage` */
export function readInitSettings(options: InitOptions, env: Env, remoteUrl?: string): InitSettings {
  const shared = readDoctorSettings(options, env, remoteUrl);
  const { account, image } = options;
  const environments = listOf(options.environments);
  const reviewers = listOf(options.reviewers);
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  const problems = [
    ...(account && !/^\d{12}$/.test(account) ? [`${JSON.stringify(account)} is no account: twelve digits`] : []),
    ...(shared.region && !isRegion(shared.region) ? [`${shared.region} is none of the regions that the stacks know`] : []),
    ...environments.filter((name) => !environmentName.test(name)).map((name) => `${JSON.stringify(name)} is no environment`),
    ...reviewers.filter((name) => !login.test(name)).map((name) => `${JSON.stringify(name)} is no login`),
  ];
  if (problems.length > 0) throw failure({ code: 'cli/usage', what: `${problems.join('; ')}.`, next: 'Correct the options.' });
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
  return {
    ...shared,
    ...{ environments, reviewers },
    ...(account && { account }),
    ...(image && { image }),
    ...(token && { gitHub: { token, apiUrl } }),
  };
}

function listOf(text = ''): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}
