// Renders docs/opsdeck.md of a repository: what a person has to set on GitHub, and what the repository's own code has to write.
import { defaultLayout, synthLayout } from '../define/synth-layout.ts';
import { environmentsOf, type OpsdeckOptions, siteOf } from './options.ts';

export interface SetupFacts {
  readonly options: OpsdeckOptions;
  /** Names of the parts that are written. */
  readonly parts: readonly string[];
}

interface Environment {
  readonly name: string;
  readonly about: string;
  readonly hasReviewers: boolean;
  /** The parts that use it. */
  readonly parts: readonly string[];
}

/** Each is the identity of a job: the AWS role `opsdeck-<name>` trusts the OIDC token of this one environment. */
const environments: readonly Environment[] = [
  {
    name: 'plan',
    about: 'reads what is deployed, and plans',
    hasReviewers: false,
    parts: ['PullRequestPreviews', 'ChatOps', 'Deploys', 'KpiReports'],
  },
  {
    name: 'preview',
    about: 'writes what belongs to pull requests, and nothing else',
    hasReviewers: false,
    parts: ['PullRequestPreviews', 'ChatOps'],
  },
  { name: 'deploy', about: 'applies to environments', hasReviewers: false, parts: ['ChatOps', 'Deploys'] },
  {
    name: 'platform-approval',
    about: 'no role: where people look at the plan of a platform',
    hasReviewers: true,
    parts: ['Deploys'],
  },
  { name: 'game-day', about: 'starts and stops experiments', hasReviewers: true, parts: ['GameDays', 'ChatOps'] },
  { name: 'ops', about: 'runs runbooks, and ends game days', hasReviewers: false, parts: ['Runbooks', 'GameDays', 'ChatOps'] },
  {
    name: 'ops-approval',
    about: 'the role of `ops`, for runbooks of high risk',
    hasReviewers: true,
    parts: ['Runbooks', 'ChatOps'],
  },
];

export function renderSetupPage({ options, parts }: SetupFacts): string {
  const used = environments.filter((environment) => environment.parts.some((part) => parts.includes(part)));
  return [
    '# Opsdeck in this repository',
    '',
    `These parts are written by projen: ${parts.map((part) => `\`${part}\``).join(', ')}. Change \`.projenrc\`, not the files.`,
    '',
    '## GitHub environments',
    '',
    'Settings → Environments. Each is an identity: AWS lets a job take a role only in the environment that the role trusts.',
    'Limit every one of them to the branches that may use it: [deployment branches](https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments).',
    '',
    '| environment | | reviewers |',
    '|---|---|---|',
    ...used.map(({ name, about, hasReviewers }) => `| \`${name}\` | ${about} | ${hasReviewers ? 'yes' : 'none'} |`),
    '',
    '## Variables',
    '',
    'Settings → Secrets and variables → Actions → Variables. No secret is needed.',
    '',
    '| variable | | when it is not set |',
    '|---|---|---|',
    ...variablesOf(options).map((row) => `| ${row.join(' | ')} |`),
    '',
    '## What is synthesized',
    '',
    ...synthLines(options),
    '',
  ].join('\n');
}

function variablesOf(options: OpsdeckOptions): readonly (readonly string[])[] {
  const isOneStack = options.layout === 'platform';
  const { region = 'eu-west-2', imageVariable = 'OPSDECK_IMAGE' } = options;
  return [
    ['`AWS_ACCOUNT_ID`', 'account that the bootstrap stack was applied to', '**required**'],
    ['`AWS_REGION`', 'region', `\`${region}\``],
    ['`OPSDECK_DOMAIN`', 'previews are at `pr-<n>.<domain>`', isOneStack ? 'previews have no address' : '**required**'],
    ['`OPSDECK_ENVIRONMENTS`', 'list as JSON, in the order of deploys', `\`${JSON.stringify(environmentsOf(options))}\``],
    ...(isOneStack ? [] : [[`\`${imageVariable}\``, 'image of the application, or its repository in ECR', 'no previews']]),
  ];
}

function synthLines(options: OpsdeckOptions): readonly string[] {
  const { layout = defaultLayout } = options;
  const { synth, hostEnvironment } = siteOf(options);
  const folders = synthLayout(7, layout).map(({ group, layer, path }) => {
    const what = {
      host: `the ${layer} of ${hostEnvironment}`,
      shared: 'its preview',
      isolated: `the ${layer} of its own preview`,
    };
    return `- \`cdktf.out/${path}/cdk.tf.json\`: ${what[group]}`;
  });
  return [
    'Without any credentials; what it writes is held against the rules of the gate, with `.github/opsdeck.json` of the base branch.',
    '',
    '```sh',
    `PULL_REQUEST=7 ${synth.pullRequest}`,
    '```',
    '',
    'has to write, for pull request 7:',
    '',
    ...folders,
    '',
    '```sh',
    `ENVIRONMENT=${hostEnvironment} ${synth.environment}`,
    '```',
    '',
    'writes only what is below `cdktf.out/host`.',
  ];
}
