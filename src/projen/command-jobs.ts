// The jobs that perform a command of a comment: one a kind, each with its own identity, and one that tells how it ended.
import { applyContract } from '../actions/apply/contract.ts';
import { chatopsContract } from '../actions/chatops/contract.ts';
import { environmentContract } from '../actions/environment/contract.ts';
import { kpiContract } from '../actions/kpi/contract.ts';
import { planContract } from '../actions/plan/contract.ts';
import { previewContract } from '../actions/preview/contract.ts';
import type { CommandJob } from '../define/command.ts';
import { argument, base, given, hostOf, is, ofPullRequest, pullRequestFile, trusted } from './command-context.ts';
import { commandJob } from './command-job.ts';
import { gameDayJob, rollbackJob, runbookJob } from './operation-jobs.ts';
import { uses } from './pinned-actions.ts';
import type { Site } from './site.ts';
import { actionStep, artifact, keepReport, outputOf, outputsOf, setUpTerraform, takeRole } from './steps.ts';
import type { Job, Step } from './workflow-file.ts';

/** What the commit's own run made of it, treated as hostile by whoever uses it. */
const fetchTerraformJson: Step = {
  name: 'Fetch the Terraform JSON of the commit',
  uses: uses('actions/download-artifact'),
  with: { name: artifact, path: 'cdktf.out', 'run-id': given.runId, 'github-token': '${{ github.token }}' },
};

function planJob(site: Site): Job {
  return commandJob(planContract, {
    name: 'plan',
    if: is('plan', 'deploy-preview'),
    minutes: 20,
    outputs: ['preview', 'shape', 'reason', 'slot', 'digest-platform', 'digest-service', 'image'],
    steps: [
      fetchTerraformJson,
      takeRole(site, planContract.role),
      setUpTerraform,
      actionStep(site, planContract, {
        ...ofPullRequest,
        ...hostOf(site),
        image: site.image,
        requested: "${{ fromJSON(inputs.command).job == 'deploy-preview' }}",
        actor: given.by,
      }),
    ],
  });
}

const planned = (name: Parameters<typeof outputOf<typeof planContract>>[2]) => outputOf('plan', planContract, name);

function deployPreviewJob(site: Site): Job {
  return commandJob(previewContract, {
    name: 'deploy the preview',
    needs: 'plan',
    if: `(${is('deploy-preview')}) && needs.plan.outputs.preview == 'deploy'`,
    minutes: 60,
    steps: [
      fetchTerraformJson,
      takeRole(site, previewContract.role),
      setUpTerraform,
      actionStep(site, previewContract, {
        mode: 'deploy',
        command: given.all,
        actor: given.by,
        ...ofPullRequest,
        ...hostOf(site),
        image: planned('image'),
        shape: planned('shape'),
        reason: planned('reason'),
        slot: planned('slot'),
        'digest-platform': planned('digest-platform'),
        'digest-service': planned('digest-service'),
      }),
    ],
  });
}

function previewJob(site: Site): Job {
  return commandJob(previewContract, {
    name: 'preview',
    if: is('preview'),
    minutes: 60,
    steps: [
      takeRole(site, previewContract.role),
      setUpTerraform,
      actionStep(site, previewContract, {
        mode: given.mode,
        command: given.all,
        'pull-request': given.pullRequest,
        ...hostOf(site),
        duration: argument('duration'),
      }),
    ],
  });
}

function applyJob(site: Site): Job {
  return commandJob(applyContract, {
    name: 'apply',
    if: is('apply'),
    minutes: 120,
    steps: [
      fetchTerraformJson,
      takeRole(site, applyContract.role),
      setUpTerraform,
      actionStep(site, applyContract, {
        ...ofPullRequest,
        plan: argument('plan'),
        actor: given.by,
        command: given.all,
        ...hostOf(site),
        image: site.image,
      }),
    ],
  });
}

function environmentJob(site: Site): Job {
  return commandJob(environmentContract, {
    name: 'environment',
    if: is('environment'),
    minutes: 10,
    steps: [
      takeRole(site, environmentContract.role),
      actionStep(site, environmentContract, {
        mode: given.mode,
        command: given.all,
        environment: argument('environment', site.hostEnvironment),
        actor: given.by,
        reason: argument('reason'),
        for: argument('for'),
        force: argument('force', 'false'),
        'pull-request': given.pullRequest,
        'comment-url': given.commentUrl,
        region: site.region,
        'state-bucket': site.stateBucket,
      }),
    ],
  });
}

/** What `main` is, is deployed on the environment; on an issue there is nothing else to compare it with than the time before. */
const compare = [
  "${{ fromJSON(inputs.command).arguments.compare != 'main' && fromJSON(inputs.command).arguments.compare",
  "fromJSON(inputs.command).pullRequest && 'base' || 'previous' }}",
].join(' || ');

function kpiJob(site: Site): Job {
  return commandJob(kpiContract, {
    name: 'kpi',
    if: is('kpi'),
    minutes: 10,
    steps: [
      takeRole(site, kpiContract.role),
      actionStep(site, kpiContract, {
        environment: argument('environment', site.hostEnvironment),
        region: site.region,
        'pull-request': given.pullRequest,
        window: argument('window'),
        compare,
      }),
      keepReport(kpiContract.name, `kpi-${given.id}`),
    ],
  });
}

function cancelJob(site: Site): Job {
  return {
    ...base,
    name: 'cancel',
    if: is('cancel'),
    'timeout-minutes': 5,
    permissions: { actions: 'write', contents: 'read', 'pull-requests': 'read' },
    outputs: outputsOf(chatopsContract, ['message', 'failure']),
    steps: [trusted, actionStep(site, chatopsContract, { mode: 'cancel', command: given.all, workflow: pullRequestFile })],
  };
}

/** By the jobs that commands name: adding one to the vocabulary asks for it here. Those of parts that there are not are left out. */
export function commandJobs(site: Site): Readonly<Record<string, Job>> {
  const all = {
    plan: planJob(site),
    'deploy-preview': deployPreviewJob(site),
    preview: previewJob(site),
    apply: applyJob(site),
    environment: environmentJob(site),
    kpi: kpiJob(site),
    rollback: rollbackJob(site),
    'game-day': gameDayJob(site),
    runbook: runbookJob(site),
    cancel: cancelJob(site),
  } satisfies Record<Exclude<CommandJob, 'reply'>, Job>;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !site.absentJobs.some((absent) => absent === name)));
}

export function reportJob(site: Site): Job {
  return {
    ...base,
    name: 'report',
    needs: Object.keys(commandJobs(site)),
    if: 'always()',
    'timeout-minutes': 5,
    permissions: { checks: 'write', contents: 'read', issues: 'write', 'pull-requests': 'write' },
    steps: [trusted, actionStep(site, chatopsContract, { mode: 'report', command: given.all, jobs: '${{ toJSON(needs) }}' })],
  };
}
