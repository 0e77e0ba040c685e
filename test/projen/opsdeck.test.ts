// Opsdeck as a component: what it writes into somebody's repository, and that this repository is made by the same.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Project, Testing } from 'projen';
import { parse } from 'yaml';
import { contracts } from '../../src/actions/contracts.ts';
import { partNames, partWorkflows } from '../../src/define/parts.ts';
import { drills } from '../../src/drills/index.ts';
import { ChatOps, GameDays, Opsdeck, type OpsdeckProps, PullRequestPreviews } from '../../src/projen/index.ts';
import { runbooks } from '../../src/runbooks/index.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** @returns what projen writes, by path */
function written(add: (project: Project) => void): Readonly<Record<string, string>> {
  const outdir = mkdtempSync(join(tmpdir(), 'opsdeck-projen-'));
  folders.push(outdir);
  const project = new Project({ name: 'shop', outdir });
  add(project);
  return Testing.synth(project, { parseJson: false }) as Record<string, string>;
}

const byOpsdeck = (props: OpsdeckProps) => written((project) => void new Opsdeck(project, props));
const remote = { actions: { owner: 'example', ref: 'v1' } };
const synth = { pullRequest: 'npx tsx stacks/main.ts', environment: 'npx tsx stacks/main.ts' };
const oneStack: OpsdeckProps = { ...remote, layout: 'platform', synth, config: { stacks: { prefix: 'shop' } } };
const workflowsOf = (files: Readonly<Record<string, string>>) =>
  Object.keys(files)
    .flatMap((path) => /^\.github\/workflows\/(.+)\.yml$/.exec(path)?.[1] ?? [])
    .sort();
const usesOf = (files: Readonly<Record<string, string>>) => [
  ...new Set(Object.values(files).flatMap((text) => [...text.matchAll(/^\s+uses: (.+)$/gm)].map(([, uses = '']) => uses))),
];
/** The first two lines say which version and which file make it, and that differs. */
const withoutMarker = (text: string) => text.split('\n').slice(2).join('\n');

describe('this repository', () => {
  const files = byOpsdeck({ actions: { folder: './actions' }, nodeVersionFile: '.nvmrc' });
  const folder = '.github/workflows';
  const notOurs = ['build.yml', 'release.yml'];

  test.each(readdirSync(folder).filter((name) => !notOurs.includes(name)))('has its %s from the component', (name) => {
    expect(withoutMarker(readFileSync(join(folder, name), 'utf8'))).toBe(withoutMarker(files[`${folder}/${name}`] ?? ''));
  });
});

describe('another repository', () => {
  test('takes the actions from ours, at the ref that it says; everything else is pinned', () => {
    const uses = usesOf(byOpsdeck(remote)).filter((each) => !each.startsWith('./.github/workflows/'));
    const ours = uses.filter((each) => each.startsWith('example/opsdeck/actions/'));
    expect(ours.sort()).toEqual(contracts.map(({ name }) => `example/opsdeck/actions/${name}@v1`).sort());
    expect(uses.filter((each) => !ours.includes(each) && !/@[0-9a-f]{40}$/.test(each))).toEqual([]);
  });

  test.each<[string, OpsdeckProps, readonly string[]]>([
    [
      'all parts',
      remote,
      [
        ...['chatops', 'chatops-command', 'deploy', 'deploy-environment', 'drift', 'game-day'],
        ...['kpi', 'pull-request', 'reaper', 'runbook'],
      ],
    ],
    ['one stack alone', oneStack, ['chatops', 'chatops-command', 'drift', 'kpi', 'pull-request', 'reaper']],
    [
      'one stack with a runbook of its own',
      { ...oneStack, own: { file: 'ops/own.ts', runbooks: runbooks.slice(0, 1) } },
      ['chatops', 'chatops-command', 'drift', 'kpi', 'pull-request', 'reaper', 'runbook'],
    ],
    ['what it asks for', { ...remote, parts: ['KpiReports'] }, ['kpi']],
  ])('%s', (_name, props, expected) => {
    expect(workflowsOf(byOpsdeck(props))).toEqual(expected);
  });

  test.each(partNames)('gets the workflows by which the part %s is known', (part) => {
    expect(workflowsOf(byOpsdeck({ ...remote, parts: [part] }))).toEqual([...partWorkflows[part]].sort());
  });

  test('may take single parts, without the rest', () => {
    const files = written((project) => {
      new PullRequestPreviews(project, remote);
      new GameDays(project, remote);
    });
    expect(workflowsOf(files)).toEqual(['drift', 'game-day', 'pull-request', 'reaper']);
    expect(Object.keys(files)).not.toContain('.github/opsdeck.json');
  });

  test('says how it is synthesized, where, and when', () => {
    const files = byOpsdeck({
      ...remote,
      synth: { pullRequest: 'npm run synth:pull-request', environment: 'npm run synth' },
      install: 'npm ci',
      nodeVersionFile: '.node-version',
      defaultBranch: 'trunk',
      hostEnvironment: 'qa',
      environments: ['qa', 'live'],
      region: 'us-east-2',
      imageVariable: 'SHOP_IMAGE',
      schedules: { kpi: '5 5 * * 1' },
      scheduledDrill: 'task-loss',
    });
    const all = Object.values(files).join('\n');
    const steps = parse(files['.github/workflows/pull-request.yml'] ?? '').jobs.synth.steps as readonly Readonly<
      Record<string, unknown>
    >[];
    expect(steps.map(({ run }) => run).filter(Boolean)).toEqual(['npm ci', 'npm run synth:pull-request']);
    expect(steps[1]).toMatchObject({ with: { 'node-version-file': '.node-version' } });
    expect(parse(files['.github/workflows/kpi.yml'] ?? '').on.schedule).toEqual([{ cron: '5 5 * * 1' }]);
    expect(parse(files['.github/workflows/deploy.yml'] ?? '').on.push).toEqual({ branches: ['trunk'] });
    expect(all).toContain(`vars.OPSDECK_ENVIRONMENTS || '["qa","live"]'`);
    expect(all).toContain('${{ vars.SHOP_IMAGE }}');
    expect(all).not.toMatch(/staging|eu-west-2|OPSDECK_IMAGE|'az-failure'/);
  });

  test('has the configuration that the actions read, and the schema of it', () => {
    const files = byOpsdeck(oneStack);
    expect(JSON.parse(files['.github/opsdeck.json'] ?? '')).toMatchObject({
      $schema: './opsdeck.schema.json',
      stacks: { layout: 'platform', prefix: 'shop' },
    });
    expect(JSON.parse(files['.github/opsdeck.schema.json'] ?? '')).toMatchObject({ title: 'Opsdeck: .github/opsdeck.json' });
  });

  test('hears at once of a configuration that no action would take', () => {
    expect(() => byOpsdeck({ ...remote, synth, layout: 'platform' })).toThrow('stacks.prefix: missing');
    expect(() => byOpsdeck({ ...remote, layout: 'platform' })).toThrow('nothing says how it is synthesized');
  });

  test('reads what to set on GitHub, and what its own code has to write', () => {
    expect(byOpsdeck(oneStack)['docs/opsdeck.md']).toMatchInlineSnapshot(`
"# Opsdeck in this repository

These parts are written by projen: \`PullRequestPreviews\`, \`ChatOps\`, \`KpiReports\`. Change \`.projenrc\`, not the files.

\`npx opsdeck init\` sets up what follows, and \`npx opsdeck doctor\` looks at it.

## GitHub environments

Settings → Environments. Each is an identity: AWS lets a job take a role only in the environment that the role trusts.
Limit every one of them to the branches that may use it: [deployment branches](https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments).

| environment | | branches | reviewers |
|---|---|---|---|
| \`plan\` | reads what is deployed, and plans | all: pull requests use it | none |
| \`preview\` | writes what belongs to pull requests, and nothing else | all: pull requests use it | none |
| \`deploy\` | applies to environments | the default branch alone | none |

No part here needs \`game-day\`, \`ops\`, \`ops-approval\`. The bootstrap stack makes all roles, and [whoever may push a branch makes an environment by naming it](https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments), for every branch; so \`init\` makes and limits them, too.

## Variables

Settings → Secrets and variables → Actions → Variables. No secret is needed.

| variable | | when it is not set |
|---|---|---|
| \`AWS_ACCOUNT_ID\` | AWS account that everything runs in | **required** |
| \`AWS_REGION\` | AWS region | \`eu-west-2\` |
| \`OPSDECK_DOMAIN\` | domain below which services get their names: previews are at \`pr-<n>.<domain>\` | previews have no address |
| \`OPSDECK_ENVIRONMENTS\` | environments as a list in JSON, in the order of deploys | \`["staging","production"]\` |
| \`OPSDECK_APP_ID\` | GitHub App by which alarms start runbooks | alarms do not reach GitHub by themselves |
| \`OPSDECK_APP_INSTALLATION_ID\` | where that App is installed | alarms do not reach GitHub by themselves |

## What is synthesized

Without any credentials; what it writes is held against the rules of the gate, with \`.github/opsdeck.json\` of the base branch.

\`\`\`sh
export PULL_REQUEST=7
npx tsx stacks/main.ts
\`\`\`

has to write, for pull request 7:

- \`cdktf.out/host/stacks/platform/cdk.tf.json\`: the platform of staging
- \`cdktf.out/isolated/stacks/platform/cdk.tf.json\`: the platform of its own preview

\`\`\`sh
export ENVIRONMENT=staging
npx tsx stacks/main.ts
\`\`\`

writes only what is below \`cdktf.out/host\`.

## Definitions of its own

None yet. A file that exports \`own: OwnDefinitions\` (from \`opsdeck/projen\`) adds commands, KPIs, drills and runbooks; with
\`own: { file: 'ops/own.ts', ...own }\` in \`.projenrc\`, \`npx projen\` bundles the actions with them.
"
`);
  });
});

describe('definitions of its own', () => {
  const high = { id: 'close-the-shop', risk: 'high' } as const;
  const own = { file: 'ops/own.ts', runbooks: [high], drills: [{ id: 'slow-orders' }] };
  const files = byOpsdeck({ ...remote, own });

  test('run from bundles in the repository, where an action knows any', () => {
    const local = usesOf(files).filter((uses) => uses.startsWith('./.github/opsdeck/'));
    const names = ['chatops', 'deploy', 'game-day', 'kpi', 'runbook'];
    expect(local.sort()).toEqual(names.map((name) => `./.github/opsdeck/actions/${name}`));
    for (const name of names) {
      expect(parse(files[`.github/opsdeck/actions/${name}/action.yml`] ?? '').runs.main).toBe(`../../dist/${name}.js`);
    }
  });

  test('are found by a terminal', () => {
    expect(JSON.parse(files['.github/opsdeck/own.json'] ?? '')).toMatchObject({ file: 'ops/own.ts' });
    expect(Object.keys(byOpsdeck(remote))).not.toContain('.github/opsdeck/own.json');
  });

  test('are explained where one looks for how the repository is set up', () => {
    expect(files['docs/opsdeck.md']).toContain('`ops/own.ts` adds commands, KPIs, drills and runbooks');
    expect(files['docs/opsdeck.md']).toContain('{ environment, region, profile, own }');
  });

  test('can be chosen in the form of game days, and played by the schedule', () => {
    const { options } = parse(files['.github/workflows/game-day.yml'] ?? '').on.workflow_dispatch.inputs.drill;
    expect(options).toEqual([...drills.map(({ id }) => id), 'slow-orders']);
    const scheduled = byOpsdeck({ ...remote, own, scheduledDrill: 'slow-orders' });
    expect(scheduled['.github/workflows/game-day.yml']).toContain("|| 'slow-orders'");
    expect(() => byOpsdeck({ ...remote, scheduledDrill: 'slow-orders' })).toThrow('"slow-orders", which there is not');
  });

  test('wait for approval, where they are of high risk', () => {
    expect(parse(files['.github/workflows/runbook.yml'] ?? '').jobs.runbook.environment).toContain('"close-the-shop"');
  });
});

test('ChatOps alone takes the commands of comments', () => {
  expect(workflowsOf(written((project) => void new ChatOps(project, remote)))).toEqual(['chatops', 'chatops-command']);
});

describe('commands about a part', () => {
  const jobsOf = (props: OpsdeckProps) =>
    Object.keys(parse(byOpsdeck(props)['.github/workflows/chatops-command.yml'] ?? '').jobs);
  const gateOf = (props: OpsdeckProps) => byOpsdeck(props)['.github/workflows/chatops.yml'];

  test('are all there where all parts are', () => {
    expect(jobsOf(remote)).toEqual(expect.arrayContaining(['rollback', 'game-day', 'runbook']));
    expect(gateOf(remote)).not.toContain('absent-jobs');
  });

  test('are not offered without it, and need none of its environments', () => {
    expect(jobsOf(oneStack)).toEqual(['plan', 'deploy-preview', 'preview', 'apply', 'environment', 'kpi', 'cancel', 'report']);
    expect(gateOf(oneStack)).toContain('absent-jobs: rollback game-day runbook');
    expect(byOpsdeck(oneStack)['docs/opsdeck.md']).not.toContain('| `ops` |');
  });

  test('are there for runbooks of its own', () => {
    const props: OpsdeckProps = { ...oneStack, own: { file: 'ops/own.ts', runbooks: [{ id: 'close-the-shop', risk: 'low' }] } };
    expect(jobsOf(props)).toContain('runbook');
    expect(gateOf(props)).toContain('absent-jobs: rollback game-day\n');
    expect(byOpsdeck(props)['docs/opsdeck.md']).toContain('| `ops` |');
  });
});
