// Which repository, region and domain the doctor looks at: from its options, its environment, and the clone it runs in.
import { failure } from '../../define/failure.ts';

export interface DoctorOptions {
  readonly region?: string | undefined;
  readonly repository?: string | undefined;
  readonly domain?: string | undefined;
}

export interface DoctorSettings {
  readonly region?: string;
  readonly repository?: string;
  readonly domain?: string;
  readonly endpoint?: string;
  readonly gitHub?: { readonly token: string; readonly apiUrl: string };
}

type Env = Readonly<Record<string, string | undefined>>;

/** GitHub's own rules for owners and names: https://docs.github.com/en/repositories/creating-and-managing-repositories/about-repositories */
const repositoryPattern = /^[A-Za-z\d][A-Za-z\d-]{0,38}\/[A-Za-z\d._-]{1,100}$/;
const regionPattern = /^[a-z]{2}(-[a-z]+)+-\d$/;
const domainPattern = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/;

/**
 * @param remoteUrl of the clone's remote, where there is one
 * @throws a Failure `cli/usage` that names every problem
 */
export function readDoctorSettings(options: DoctorOptions, env: Env, remoteUrl?: string): DoctorSettings {
  const region = options.region || env.AWS_REGION || env.AWS_DEFAULT_REGION;
  const repository = options.repository || env.GITHUB_REPOSITORY || (remoteUrl && repositoryOfRemote(remoteUrl));
  const domain = options.domain || env.OPSDECK_DOMAIN;
  refuseBad([
    [region, regionPattern, 'region'],
    [repository, repositoryPattern, 'OWNER/NAME'],
    [domain, domainPattern, 'domain in lower case'],
  ]);
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
  return {
    ...(region && { region }),
    ...(repository && { repository }),
    ...(domain && { domain }),
    ...(env.AWS_ENDPOINT_URL && { endpoint: env.AWS_ENDPOINT_URL }),
    ...(repository && token && { gitHub: { token, apiUrl } }),
  };
}

function refuseBad(rows: readonly (readonly [value: string | undefined, pattern: RegExp, what: string])[]): void {
  const problems = rows.flatMap(([value, pattern, what]) =>
    value && !pattern.test(value) ? [`${JSON.stringify(value)} is no ${what}`] : [],
  );
  if (problems.length === 0) return;
  const next = 'Correct the option, or the variable of the environment.';
  throw failure({ code: 'cli/usage', what: `${problems.join('; ')}.`, next });
}

/** `git@github.com:acme/platform.git` and `https://github.com/acme/platform` are both `acme/platform`. */
export function repositoryOfRemote(url: string): string | undefined {
  const [, owner, name] = /^(?:\w[\w+.-]*:\/\/|[^/\s]+@).*?[/:]([^/:\s]+)\/([^/\s]+?)(?:\.git)?\/?$/.exec(url.trim()) ?? [];
  return owner && name && repositoryPattern.test(`${owner}/${name}`) ? `${owner}/${name}` : undefined;
}
