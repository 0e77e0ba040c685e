// Writes the workflows that bring the default branch to the environments: one for all of them, in their order, and one that deploys to one.
import { Component, type Project } from 'projen';
import { deployContract } from '../actions/deploy/contract.ts';
import { kpiContract } from '../actions/kpi/contract.ts';
import { uses } from './pinned-actions.ts';
import {
  actionStep,
  checkout,
  domain,
  environmentNames,
  image,
  keepReport,
  onDefaultBranch,
  outputOf,
  outputsOf,
  region,
  setUpNode,
  setUpTerraform,
  stateBucket,
  takeRole,
} from './steps.ts';
import { type CallingJob, type Job, unionOf, writeWorkflow } from './workflow-file.ts';

export class DeployWorkflows extends Component {
  constructor(project: Project) {
    super(project);
    writeWorkflow(project, {
      name: 'deploy',
      on: {
        push: { branches: ['main'] },
        workflow_dispatch: {
          inputs: {
            recovery: {
              type: 'boolean',
              default: false,
              description: 'Deploy although alarms fire already: this is what mends it',
            },
            reason: { type: 'string', default: '', description: 'Why, for whoever reads the journal' },
          },
        },
      },
      permissions: {},
      jobs: { environment },
    });
    writeWorkflow(project, {
      name: 'deploy-environment',
      on: { workflow_call: { inputs: { environment: text, commit: text, recovery: text, reason: text } } },
      permissions: {},
      jobs,
    });
  }
}

const text = { type: 'string', required: true } as const;

const base = { 'runs-on': 'ubuntu-latest' };
const given = {
  environment: '${{ inputs.environment }}',
  commit: '${{ inputs.commit }}',
};
const artifact = `deploy-${given.environment}`;
const oneAtATime = { group: `deploy-${given.environment}`, 'cancel-in-progress': false };

/** The code of the default branch, which was reviewed; and yet nothing of it that synthesizes runs beside credentials. */
const synth: Job = {
  ...base,
  name: 'synth',
  'timeout-minutes': 10,
  permissions: { contents: 'read' },
  steps: [
    checkout('Check out the commit', given.commit),
    setUpNode,
    { name: 'Install', run: 'npm ci --ignore-scripts' },
    {
      name: 'Synthesize, without credentials',
      run: 'npx opsdeck synth --profile "$ENVIRONMENT" --out cdktf.out/host',
      env: { ENVIRONMENT: given.environment },
    },
    {
      name: 'Hand on the Terraform JSON, and nothing else',
      uses: uses('actions/upload-artifact'),
      with: { name: artifact, path: 'cdktf.out/**/cdk.tf.json', 'if-no-files-found': 'error', 'retention-days': '7' },
    },
  ],
};

const prepared = [
  checkout('Check out the commit', given.commit),
  { name: 'Fetch the Terraform JSON', uses: uses('actions/download-artifact'), with: { name: artifact, path: 'cdktf.out' } },
  takeRole(deployContract.role),
  setUpTerraform,
] as const;

const where = { environment: given.environment, region, 'state-bucket': stateBucket, domain, image, commit: given.commit };

const plan: Job = {
  ...base,
  name: 'plan',
  needs: 'synth',
  'timeout-minutes': 20,
  permissions: deployContract.permissions,
  environment: deployContract.role,
  outputs: outputsOf(deployContract, ['platform-changes', 'digest-platform']),
  steps: [...prepared, actionStep(deployContract, { mode: 'plan', ...where })],
};

const planned = (name: Parameters<typeof outputOf<typeof deployContract>>[2]) => outputOf('plan', deployContract, name);
const platformChanges = "needs.plan.outputs.platform-changes == 'true'";

/** Its GitHub environment has reviewers; they look at the summary of the plan. Nothing runs here that has credentials. */
const approve: Job = {
  ...base,
  name: 'approve the platform',
  needs: 'plan',
  if: platformChanges,
  'timeout-minutes': 5,
  permissions: {},
  environment: 'platform-approval',
  steps: [{ name: 'Somebody has looked at what the platform gets', run: 'echo "Approved."' }],
};

const platform: Job = {
  ...base,
  name: 'platform',
  needs: ['plan', 'approve'],
  if: platformChanges,
  'timeout-minutes': 120,
  permissions: deployContract.permissions,
  environment: deployContract.role,
  concurrency: oneAtATime,
  steps: [
    ...prepared,
    actionStep(deployContract, {
      mode: 'platform',
      ...where,
      'digest-platform': planned('digest-platform'),
      by: '${{ github.actor }}',
    }),
  ],
};

const service: Job = {
  ...base,
  name: 'service',
  needs: ['plan', 'platform'],
  // Without a change of the platform that job was skipped, and what needs a skipped job is skipped, too.
  if: "!cancelled() && needs.plan.result == 'success' && (needs.platform.result == 'success' || needs.platform.result == 'skipped')",
  'timeout-minutes': 120,
  permissions: deployContract.permissions,
  environment: deployContract.role,
  concurrency: oneAtATime,
  outputs: outputsOf(deployContract, ['status']),
  steps: [
    ...prepared,
    actionStep(deployContract, {
      mode: 'service',
      ...where,
      recovery: "${{ inputs.recovery || 'false' }}",
      reason: '${{ inputs.reason }}',
      by: '${{ github.actor }}',
    }),
  ],
};

const kpi: Job = {
  ...base,
  name: 'kpi',
  needs: 'service',
  if: "!cancelled() && needs.service.outputs.status == 'deployed'",
  'timeout-minutes': 10,
  permissions: kpiContract.permissions,
  environment: kpiContract.role,
  steps: [
    checkout('Check out the commit', given.commit),
    takeRole(kpiContract.role),
    actionStep(kpiContract, { window: '30m', compare: 'previous', environment: given.environment, region }),
    keepReport(kpiContract.name, `kpi-deploy-${given.environment}`),
  ],
};

const jobs = { synth, plan, approve, platform, service, kpi };

/** In their order; where one fails, the next ones are left alone. */
const environment: CallingJob = {
  name: 'deploy',
  if: onDefaultBranch,
  permissions: unionOf(Object.values(jobs).map(({ permissions }) => permissions)),
  strategy: { 'fail-fast': true, 'max-parallel': 1, matrix: { environment: `\${{ fromJSON(${environmentNames}) }}` } },
  uses: './.github/workflows/deploy-environment.yml',
  with: {
    environment: '${{ matrix.environment }}',
    commit: '${{ github.sha }}',
    recovery: "${{ inputs.recovery || 'false' }}",
    reason: "${{ inputs.reason || '' }}",
  },
};
