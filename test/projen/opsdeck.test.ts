// Opsdeck as a component: what it writes into somebody's repository, and that this repository is made by the same.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Project, Testing } from 'projen';
import { parse } from 'yaml';
import { contracts } from '../../src/actions/contracts.ts';
import { ChatOps, GameDays, Opsdeck, type OpsdeckProps, PullRequestPreviews } from '../../src/projen/index.ts';

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
    ['one stack alone', oneStack, ['chatops', 'chatops-command', 'drift', 'pull-request', 'reaper']],
    ['what it asks for', { ...remote, parts: ['KpiReports'] }, ['kpi']],
  ])('%s', (_name, props, expected) => {
    expect(workflowsOf(byOpsdeck(props))).toEqual(expected);
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
      scheduledDrill: 'ecs-task-loss',
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

These parts are written by projen: \`PullRequestPreviews\`, \`ChatOps\`. Change \`.projenrc\`, not the files.

## GitHub environments

Settings → Environments. Each is an identity: AWS lets a job take a role only in the environment that the role trusts.
Limit every one of them to the branches that may use it: [deployment branches](https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments).

| environment | | reviewers |
|---|---|---|
| \`plan\` | reads what is deployed, and plans | none |
| \`preview\` | writes what belongs to pull requests, and nothing else | none |
| \`deploy\` | applies to environments | none |
| \`game-day\` | starts and stops experiments | yes |
| \`ops\` | runs runbooks, and ends game days | none |
| \`ops-approval\` | the role of \`ops\`, for runbooks of high risk | yes |

## Variables

Settings → Secrets and variables → Actions → Variables. No secret is needed.

| variable | | when it is not set |
|---|---|---|
| \`AWS_ACCOUNT_ID\` | account that the bootstrap stack was applied to | **required** |
| \`AWS_REGION\` | region | \`eu-west-2\` |
| \`OPSDECK_DOMAIN\` | previews are at \`pr-<n>.<domain>\` | previews have no address |
| \`OPSDECK_ENVIRONMENTS\` | list as JSON, in the order of deploys | \`["staging","production"]\` |

## What is synthesized

Without any credentials; what it writes is held against the rules of the gate, with \`.github/opsdeck.json\` of the base branch.

\`\`\`sh
PULL_REQUEST=7 npx tsx stacks/main.ts
\`\`\`

has to write, for pull request 7:

- \`cdktf.out/host/stacks/platform/cdk.tf.json\`: the platform of staging
- \`cdktf.out/isolated/stacks/platform/cdk.tf.json\`: the platform of its own preview

\`\`\`sh
ENVIRONMENT=staging npx tsx stacks/main.ts
\`\`\`

writes only what is below \`cdktf.out/host\`.
"
`);
  });
});

describe('definitions of its own', () => {
  const high = { id: 'close-the-shop', risk: 'high' } as const;
  const files = byOpsdeck({ ...remote, own: { file: 'ops/own.ts', runbooks: [high] } });

  test('run from bundles in the repository, where an action knows any', () => {
    const local = usesOf(files).filter((uses) => uses.startsWith('./.github/opsdeck/'));
    const names = ['chatops', 'deploy', 'game-day', 'kpi', 'runbook'];
    expect(local.sort()).toEqual(names.map((name) => `./.github/opsdeck/actions/${name}`));
    for (const name of names) {
      expect(parse(files[`.github/opsdeck/actions/${name}/action.yml`] ?? '').runs.main).toBe(`../../dist/${name}.js`);
    }
  });

  test('wait for approval, where they are of high risk', () => {
    expect(parse(files['.github/workflows/runbook.yml'] ?? '').jobs.runbook.environment).toContain('"close-the-shop"');
  });
});

test('ChatOps alone takes the commands of comments', () => {
  expect(workflowsOf(written((project) => void new ChatOps(project, remote)))).toEqual(['chatops', 'chatops-command']);
});
