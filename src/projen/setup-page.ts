// Renders docs/opsdeck.md of a repository: what a person has to set on GitHub, and what the repository's own code has to write.
import { type EnvironmentRule, environmentRules, imageVariable, isUsed, variableRules } from '../define/github-settings.ts';
import { ownBundlesFolder } from '../define/own-definitions.ts';
import { jobsOfParts, type PartName, partNames } from '../define/parts.ts';
import { defaultLayout, synthLayout } from '../define/synth-layout.ts';
import { defaultRegion, environmentsOf, type OpsdeckOptions, siteOf } from './options.ts';

export interface SetupFacts {
  readonly options: OpsdeckOptions;
  /** Those that are written. */
  readonly parts: readonly PartName[];
}

const reviewerWords: Readonly<Record<EnvironmentRule['reviewers'], string>> = {
  required: 'yes',
  optional: 'as you like: what is scheduled waits for them, too',
  none: 'none',
};

export function renderSetupPage({ options, parts }: SetupFacts): string {
  const needing = [...parts, ...partsByCommands(options, parts)];
  const used = environmentRules.filter((rule) => isUsed(rule, needing));
  const unused = environmentRules.filter((rule) => !isUsed(rule, needing) && rule.role !== undefined);
  return [
    '# Opsdeck in this repository',
    '',
    `These parts are written by projen: ${parts.map((part) => `\`${part}\``).join(', ')}. Change \`.projenrc\`, not the files.`,
    '',
    '`npx opsdeck init` sets up what follows, and `npx opsdeck doctor` looks at it.',
    '',
    '## GitHub environments',
    '',
    'Settings → Environments. Each is an identity: AWS lets a job take a role only in the environment that the role trusts.',
    'Limit every one of them to the branches that may use it: [deployment branches](https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments).',
    '',
    '| environment | | branches | reviewers |',
    '|---|---|---|---|',
    ...used.map(environmentRow),
    '',
    ...(unused.length === 0 ? [] : [unusedLine(unused), '']),
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
    '## Definitions of its own',
    '',
    ...ownLines(options),
    '',
  ].join('\n');
}

/** Not written, and yet asked for in comments: for drills and runbooks of one's own. */
function partsByCommands(options: OpsdeckOptions, parts: readonly PartName[]): readonly PartName[] {
  if (!parts.includes('ChatOps')) return [];
  const { absentJobs } = siteOf(options);
  return partNames.filter((part) => {
    const job = jobsOfParts[part];
    return job !== undefined && !absentJobs.includes(job);
  });
}

function environmentRow({ name, about, branches, reviewers }: EnvironmentRule): string {
  const whose = branches === 'default' ? 'the default branch alone' : 'all: pull requests use it';
  return `| \`${name}\` | ${about} | ${whose} | ${reviewerWords[reviewers]} |`;
}

/** An environment that nobody has made is made by the workflow that names it. */
function unusedLine(rules: readonly EnvironmentRule[]): string {
  const names = rules.map(({ name }) => `\`${name}\``).join(', ');
  return `No part here needs ${names}. The bootstrap stack makes all roles, and [whoever may push a branch makes an environment by naming it](https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments), for every branch; so \`init\` makes and limits them, too.`;
}

function variablesOf(options: OpsdeckOptions): readonly (readonly string[])[] {
  const { layout = defaultLayout, region = defaultRegion, imageVariable: image = imageVariable } = options;
  const said: Readonly<Record<string, string>> = {
    AWS_REGION: `\`${region}\``,
    OPSDECK_ENVIRONMENTS: `\`${JSON.stringify(environmentsOf(options))}\``,
  };
  return variableRules.flatMap(({ name, about, unset }) => {
    const without = unset[layout];
    if (without === 'unread') return [];
    const words = without === 'needed' ? '**required**' : (said[name] ?? without.holds);
    return [[`\`${name === imageVariable ? image : name}\``, about, words]];
  });
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
    'export PULL_REQUEST=7',
    synth.pullRequest,
    '```',
    '',
    'has to write, for pull request 7:',
    '',
    ...folders,
    '',
    '```sh',
    `export ENVIRONMENT=${hostEnvironment}`,
    synth.environment,
    '```',
    '',
    'writes only what is below `cdktf.out/host`.',
  ];
}

function ownLines({ own }: OpsdeckOptions): readonly string[] {
  if (!own) {
    return [
      'None yet. A file that exports `own: OwnDefinitions` (from `opsdeck/projen`) adds commands, KPIs, drills and runbooks; with',
      "`own: { file: 'ops/own.ts', ...own }` in `.projenrc`, `npx projen` bundles the actions with them.",
    ];
  }
  return [
    `\`${own.file}\` adds commands, KPIs, drills and runbooks: a definition is one more element of a list there. \`npx projen\` checks`,
    `them, and bundles them into \`${ownBundlesFolder}\`. Commit that: GitHub runs the bundles, and so does a terminal.`,
    '',
    '| added | is known to |',
    '|---|---|',
    '| command | `/help`, ChatOps, [docs/commands.md](commands.md) |',
    '| KPI | `/kpi`, the reports, what deploys and game days watch, [docs/kpis.md](kpis.md), alarms and dashboards of the stacks |',
    '| drill | `/game-day`, the form of the workflow `game-day`, [docs/drills.md](drills.md), experiments of the stacks |',
    '| runbook | `/runbook`, alarms, `npx opsdeck runbook`, [docs/runbooks](runbooks/README.md) |',
    '',
    '`npx opsdeck synth` takes KPIs and drills along. An app that makes the stacks itself hands them over, and AWS then has an',
    'experiment template for each drill, which `/game-day` finds by its tag:',
    '',
    '```ts',
    "new PlatformStack(app, 'platform', { environment, region, profile, own });",
    '```',
    '',
    'In a stack that is not the reference platform, a drill needs a template of its own, with the tag `Drill` and the id of the drill',
    '(and `Zone` where it hits one zone).',
    '',
    'A terminal that cannot load them says why, and goes on with what comes with Opsdeck; `synth` does not. They are code: use it in a',
    'checkout of what was reviewed.',
  ];
}
