// Describes the workflows that bring the default branch to the environments: one for all of them, in their order, and one that deploys to one.
import { deployContract } from '../actions/deploy/contract.ts';
import { kpiContract } from '../actions/kpi/contract.ts';
import { uses } from './pinned-actions.ts';
import type { Site } from './site.ts';
import { actionStep, checkout, keepReport, onDefaultBranch, outputOf, outputsOf, setUpTerraform, takeRole } from './steps.ts';
import { type CallingJob, type Job, type Step, unionOf, type Workflow } from './workflow-file.ts';

export function deployWorkflow(site: Site): Workflow {
  return {
    name: 'deploy',
    on: {
      push: { branches: [site.defaultBranch] },
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
    jobs: { environment: environmentJob(site) },
  };
}

export function deployEnvironmentWorkflow(site: Site): Workflow {
  return {
    name: 'deploy-environment',
    on: { workflow_call: { inputs: { environment: text, commit: text, recovery: text, reason: text } } },
    permissions: {},
    jobs: jobsOf(site),
  };
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
function synthJob(site: Site): Job {
  return {
    ...base,
    name: 'synth',
    'timeout-minutes': 10,
    permissions: { contents: 'read' },
    steps: [
      checkout('Check out the commit', given.commit),
      site.setUpNode,
      { name: 'Install', run: site.install },
      {
        name: 'Synthesize, without credentials',
        run: site.synth.environment,
        env: { ENVIRONMENT: given.environment },
      },
      {
        name: 'Hand on the Terraform JSON, and nothing else',
        uses: uses('actions/upload-artifact'),
        with: { name: artifact, path: 'cdktf.out/**/cdk.tf.json', 'if-no-files-found': 'error', 'retention-days': '7' },
      },
    ],
  };
}

function preparedIn(site: Site): readonly Step[] {
  return [
    checkout('Check out the commit', given.commit),
    { name: 'Fetch the Terraform JSON', uses: uses('actions/download-artifact'), with: { name: artifact, path: 'cdktf.out' } },
    takeRole(site, deployContract.role),
    setUpTerraform,
  ];
}

function whereOf({ region, stateBucket, domain, image }: Site) {
  return { environment: given.environment, region, 'state-bucket': stateBucket, domain, image, commit: given.commit };
}

function planJob(site: Site): Job {
  return {
    ...base,
    name: 'plan',
    needs: 'synth',
    'timeout-minutes': 20,
    permissions: deployContract.permissions,
    environment: deployContract.role,
    outputs: outputsOf(deployContract, ['platform-changes', 'digest-platform']),
    steps: [...preparedIn(site), actionStep(site, deployContract, { mode: 'plan', ...whereOf(site) })],
  };
}

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

function platformJob(site: Site): Job {
  return {
    ...base,
    name: 'platform',
    needs: ['plan', 'approve'],
    if: platformChanges,
    'timeout-minutes': 120,
    permissions: deployContract.permissions,
    environment: deployContract.role,
    concurrency: oneAtATime,
    steps: [
      ...preparedIn(site),
      actionStep(site, deployContract, {
        mode: 'platform',
        ...whereOf(site),
        'digest-platform': planned('digest-platform'),
        by: '${{ github.actor }}',
      }),
    ],
  };
}

function serviceJob(site: Site): Job {
  return {
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
      ...preparedIn(site),
      actionStep(site, deployContract, {
        mode: 'service',
        ...whereOf(site),
        recovery: "${{ inputs.recovery || 'false' }}",
        reason: '${{ inputs.reason }}',
        by: '${{ github.actor }}',
      }),
    ],
  };
}

function kpiJob(site: Site): Job {
  return {
    ...base,
    name: 'kpi',
    needs: 'service',
    if: "!cancelled() && needs.service.outputs.status == 'deployed'",
    'timeout-minutes': 10,
    permissions: kpiContract.permissions,
    environment: kpiContract.role,
    steps: [
      checkout('Check out the commit', given.commit),
      takeRole(site, kpiContract.role),
      actionStep(site, kpiContract, { window: '30m', compare: 'previous', environment: given.environment, region: site.region }),
      keepReport(kpiContract.name, `kpi-deploy-${given.environment}`),
    ],
  };
}

function jobsOf(site: Site) {
  return {
    synth: synthJob(site),
    plan: planJob(site),
    approve,
    platform: platformJob(site),
    service: serviceJob(site),
    kpi: kpiJob(site),
  };
}

/** In their order; where one fails, the next ones are left alone. */
function environmentJob(site: Site): CallingJob {
  return {
    name: 'deploy',
    if: onDefaultBranch,
    permissions: unionOf(Object.values(jobsOf(site)).map(({ permissions }) => permissions)),
    strategy: { 'fail-fast': true, 'max-parallel': 1, matrix: { environment: `\${{ fromJSON(${site.environmentNames}) }}` } },
    uses: './.github/workflows/deploy-environment.yml',
    with: {
      environment: '${{ matrix.environment }}',
      commit: '${{ github.sha }}',
      recovery: "${{ inputs.recovery || 'false' }}",
      reason: "${{ inputs.reason || '' }}",
    },
  };
}
