// Checks what a person typed against what a stack can be; every problem is told at once.
import { type Failure, failure } from '../define/failure.ts';
import { previewName, type SynthGroup } from '../define/synth-layout.ts';
import { environmentPattern, isPreviewName, mainService, servicePattern } from './names.ts';
import { isProfileName, type ProfileName, profileNames, profiles } from './profiles.ts';
import { isRegion, type Region, regions } from './regions.ts';
import type { StackRequest } from './synth.ts';

export interface RawSettings {
  readonly profile: string;
  readonly region: string;
  readonly environment?: string | undefined;
  readonly service?: string | undefined;
  readonly repository?: string | undefined;
}

export interface Settings {
  readonly profile: ProfileName;
  readonly region: Region;
  readonly environment: string;
  readonly service: string;
  readonly repository: string;
}

const defaultEnvironment: Readonly<Record<ProfileName, string>> = {
  production: 'production',
  staging: 'staging',
  // The environment of an isolated preview is called like its pull request.
  preview: 'pr-1',
};

/** Other roles may write there. */
const reservedNames: readonly string[] = ['previews', 'locks', 'runs'];

/** GitHub's own rules for owners and repository names. */
const repositoryPattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/;

/** @throws a Failure `settings/invalid` that names every problem */
export function parseSettings(raw: RawSettings): Settings {
  const { profile, region, service = mainService, repository = 'example/assessments' } = raw;
  if (!isProfileName(profile) || !isRegion(region)) throw invalid(problemsOf(raw));
  const settings = { profile, region, environment: raw.environment ?? defaultEnvironment[profile], service, repository };
  const problems = problemsOf(settings);
  if (problems.length > 0) throw invalid(problems);
  return settings;
}

function problemsOf({ profile, region, environment, service, repository }: RawSettings): readonly string[] {
  const checks: readonly (readonly [isWrong: boolean, problem: string])[] = [
    [!isProfileName(profile), `profile: expected one of ${profileNames.join(', ')}; got "${profile}"`],
    [!isRegion(region), `region: expected one of ${regions.join(', ')}; got "${region}"`],
    [
      environment !== undefined && !environmentPattern.test(environment),
      `environment: expected 2 to 12 lower-case letters, digits and hyphens; got "${environment}"`,
    ],
    [
      service !== undefined && !servicePattern.test(service),
      `service: expected 2 to 10 lower-case letters, digits and hyphens; got "${service}"`,
    ],
    [
      environment !== undefined && reservedNames.includes(environment),
      `environment: "${environment}" is a folder of the state bucket; choose another name`,
    ],
    ...[environment, service].map((name): readonly [boolean, string] => [
      name !== undefined && /pr-/.test(name) && !isPreviewName(name),
      `"${name}" looks like a preview without being one: "pr-" is kept for pr-<number>`,
    ]),
    [repository !== undefined && !repositoryPattern.test(repository), `repository: expected owner/name; got "${repository}"`],
  ];
  return checks.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []));
}

function invalid(problems: readonly string[]): Failure {
  return failure({
    code: 'settings/invalid',
    what: `These settings describe no stack:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    next: 'Correct them and run the command again.',
  });
}

/** The three stacks of an account with one environment and one service in it. */
export function stacksOf({ profile, region, environment, service, repository }: Settings): readonly StackRequest[] {
  const shared = { environment, region, profile: profiles[profile] };
  return [
    { kind: 'bootstrap', region, repository },
    { kind: 'platform', ...shared },
    { kind: 'service', service, ...shared },
  ];
}

/** @throws a Failure `settings/invalid` */
export function parsePullRequest(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw invalid([`pull-request: expected its number; got "${text}"`]);
}

/** What a pull request is planned against, and the two kinds of preview that it may get; see `synthLayout`. */
export function stacksOfPullRequest(
  { profile, region, environment }: Settings,
  pullRequest: number,
): Readonly<Record<SynthGroup, readonly StackRequest[]>> {
  const name = previewName(pullRequest);
  const host = { environment, region, profile: profiles[profile] };
  const preview = { region, profile: profiles.preview };
  return {
    host: [
      { kind: 'platform', ...host },
      { kind: 'service', service: mainService, ...host },
    ],
    shared: [{ kind: 'service', service: name, environment, ...preview }],
    isolated: [
      { kind: 'platform', environment: name, ...preview },
      { kind: 'service', service: mainService, environment: name, ...preview },
    ],
  };
}
