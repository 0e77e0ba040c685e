// The jobs that perform a command of a comment: one a kind, each with its own identity, and one that tells how it ended.
import { applyContract } from '../actions/apply/contract.ts';
import { chatopsContract } from '../actions/chatops/contract.ts';
import { environmentContract } from '../actions/environment/contract.ts';
import { kpiContract } from '../actions/kpi/contract.ts';
import { planContract } from '../actions/plan/contract.ts';
import { previewContract } from '../actions/preview/contract.ts';
import type { CommandJob } from '../define/command.ts';
import { argument, base, given, host, is, ofPullRequest, oneAtATime, pullRequestWorkflow, trusted } from './command-context.ts';
import { gameDay, rollback } from './operation-jobs.ts';
import { uses } from './pinned-actions.ts';
import {
  actionStep,
  artifact,
  hostEnvironment,
  image,
  keepReport,
  outputOf,
  outputsOf,
  region,
  setUpTerraform,
  stateBucket,
  takeRole,
} from './steps.ts';
import type { Job, Step } from './workflow-file.ts';

/** What the commit's own run made of it, treated as hostile by whoever uses it. */
const fetchTerraformJson: Step = {
  name: 'Fetch the Terraform JSON of the commit',
  uses: uses('actions/download-artifact'),
  with: { name: artifact, path: 'cdktf.out', 'run-id': given.runId, 'github-token': '${{ github.token }}' },
};

const plan: Job = {
  ...base,
  name: 'plan',
  if: is('plan', 'deploy-preview'),
  'timeout-minutes': 20,
  permissions: planContract.permissions,
  environment: planContract.role,
  concurrency: oneAtATime(`plan-pr-${given.pullRequest}`),
  outputs: outputsOf(planContract, [
    'preview',
    'shape',
    'reason',
    'slot',
    'digest-platform',
    'digest-service',
    'image',
    'message',
    'failure',
  ]),
  steps: [
    trusted,
    fetchTerraformJson,
    takeRole(planContract.role),
    setUpTerraform,
    actionStep(planContract, {
      ...ofPullRequest,
      ...host,
      image,
      requested: "${{ fromJSON(inputs.command).job == 'deploy-preview' }}",
      actor: given.by,
    }),
  ],
};

const planned = (name: Parameters<typeof outputOf<typeof planContract>>[2]) => outputOf('plan', planContract, name);

const onePreviewAtATime = oneAtATime(`preview-pr-${given.pullRequest}`);

const deployPreview: Job = {
  ...base,
  name: 'deploy the preview',
  needs: 'plan',
  if: `(${is('deploy-preview')}) && needs.plan.outputs.preview == 'deploy'`,
  'timeout-minutes': 60,
  permissions: previewContract.permissions,
  environment: previewContract.role,
  concurrency: onePreviewAtATime,
  outputs: outputsOf(previewContract, ['message', 'failure']),
  steps: [
    trusted,
    fetchTerraformJson,
    takeRole(previewContract.role),
    setUpTerraform,
    actionStep(previewContract, {
      mode: 'deploy',
      command: given.all,
      actor: given.by,
      ...ofPullRequest,
      ...host,
      image: planned('image'),
      shape: planned('shape'),
      reason: planned('reason'),
      slot: planned('slot'),
      'digest-platform': planned('digest-platform'),
      'digest-service': planned('digest-service'),
    }),
  ],
};

const preview: Job = {
  ...base,
  name: 'preview',
  if: is('preview'),
  'timeout-minutes': 60,
  permissions: previewContract.permissions,
  environment: previewContract.role,
  concurrency: onePreviewAtATime,
  outputs: outputsOf(previewContract, ['message', 'failure']),
  steps: [
    trusted,
    takeRole(previewContract.role),
    setUpTerraform,
    actionStep(previewContract, {
      mode: given.mode,
      command: given.all,
      'pull-request': given.pullRequest,
      ...host,
      duration: argument('duration'),
    }),
  ],
};

const apply: Job = {
  ...base,
  name: 'apply',
  if: is('apply'),
  'timeout-minutes': 120,
  permissions: applyContract.permissions,
  environment: applyContract.role,
  concurrency: oneAtATime(`apply-${hostEnvironment}`),
  outputs: outputsOf(applyContract, ['message', 'failure']),
  steps: [
    trusted,
    fetchTerraformJson,
    takeRole(applyContract.role),
    setUpTerraform,
    actionStep(applyContract, {
      ...ofPullRequest,
      plan: argument('plan'),
      actor: given.by,
      command: given.all,
      ...host,
      image,
    }),
  ],
};

const environment: Job = {
  ...base,
  name: 'environment',
  if: is('environment'),
  'timeout-minutes': 10,
  permissions: environmentContract.permissions,
  environment: environmentContract.role,
  outputs: outputsOf(environmentContract, ['message', 'failure']),
  steps: [
    trusted,
    takeRole(environmentContract.role),
    actionStep(environmentContract, {
      mode: given.mode,
      command: given.all,
      environment: argument('environment', hostEnvironment),
      actor: given.by,
      reason: argument('reason'),
      for: argument('for'),
      force: argument('force', 'false'),
      'pull-request': given.pullRequest,
      'comment-url': given.commentUrl,
      region,
      'state-bucket': stateBucket,
    }),
  ],
};

const kpi: Job = {
  ...base,
  name: 'kpi',
  if: is('kpi'),
  'timeout-minutes': 10,
  permissions: kpiContract.permissions,
  environment: kpiContract.role,
  concurrency: oneAtATime(`kpi-pr-${given.pullRequest}`),
  outputs: outputsOf(kpiContract, ['message', 'failure']),
  steps: [
    trusted,
    takeRole(kpiContract.role),
    actionStep(kpiContract, {
      environment: hostEnvironment,
      region,
      'pull-request': given.pullRequest,
      window: argument('window'),
      // What `main` is, is deployed on the environment.
      compare:
        "${{ fromJSON(inputs.command).arguments.compare == 'main' && 'base' || fromJSON(inputs.command).arguments.compare || 'base' }}",
    }),
    keepReport(kpiContract.name, `kpi-${given.id}`),
  ],
};

/** In no group: it must not wait for what it is to cancel. */
const cancel: Job = {
  ...base,
  name: 'cancel',
  if: is('cancel'),
  'timeout-minutes': 5,
  permissions: { actions: 'write', contents: 'read', 'pull-requests': 'read' },
  outputs: outputsOf(chatopsContract, ['message', 'failure']),
  steps: [trusted, actionStep(chatopsContract, { mode: 'cancel', command: given.all, workflow: pullRequestWorkflow })],
};

/** By the jobs that commands name: adding one to the vocabulary asks for it here. */
export const commandJobs = {
  plan,
  'deploy-preview': deployPreview,
  preview,
  apply,
  environment,
  kpi,
  rollback,
  'game-day': gameDay,
  cancel,
} satisfies Record<Exclude<CommandJob, 'reply'>, Job>;

export const report: Job = {
  ...base,
  name: 'report',
  needs: Object.keys(commandJobs),
  if: 'always()',
  'timeout-minutes': 5,
  permissions: { checks: 'write', contents: 'read', issues: 'write', 'pull-requests': 'write' },
  steps: [trusted, actionStep(chatopsContract, { mode: 'report', command: given.all, jobs: '${{ toJSON(needs) }}' })],
};
