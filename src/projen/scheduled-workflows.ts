// Writes the workflows that look after what nobody is looking at: forgotten previews every hour, drift every night, KPIs every morning.
import { Component, type Project } from 'projen';
import { kpiContract } from '../actions/kpi/contract.ts';
import { planContract } from '../actions/plan/contract.ts';
import { previewContract } from '../actions/preview/contract.ts';
import {
  actionStep,
  checkout,
  domain,
  environmentNames,
  hostEnvironment,
  keepReport,
  onDefaultBranch,
  region,
  setUpNode,
  setUpTerraform,
  stateBucket,
  takeRole,
} from './steps.ts';
import { type Job, writeWorkflow } from './workflow-file.ts';

export class ScheduledWorkflows extends Component {
  constructor(project: Project) {
    super(project);
    writeWorkflow(project, {
      name: 'reaper',
      // Not at the full hour, when GitHub delays or drops what is scheduled:
      // https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
      on: { schedule: [{ cron: '23 * * * *' }], workflow_dispatch: {} },
      permissions: {},
      jobs: { reap },
    });
    writeWorkflow(project, {
      name: 'drift',
      on: { schedule: [{ cron: '41 3 * * *' }], workflow_dispatch: {} },
      permissions: {},
      jobs: { drift },
    });
    writeWorkflow(project, {
      name: 'kpi',
      on: {
        schedule: [{ cron: '17 6 * * *' }],
        workflow_dispatch: {},
        workflow_call: {
          inputs: {
            environments: { type: 'string', default: '', description: 'A list as JSON; all of them when empty' },
            window: { type: 'string', default: '24h', description: 'How far back: `90m`, `36h`, `3d`' },
          },
        },
      },
      permissions: {},
      jobs: { kpi },
    });
  }
}

const reap: Job = {
  name: 'reap',
  if: onDefaultBranch,
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 60,
  permissions: previewContract.permissions,
  environment: previewContract.role,
  concurrency: { group: 'reaper', 'cancel-in-progress': false },
  steps: [
    checkout('Check out the default branch'),
    takeRole(previewContract.role),
    setUpTerraform,
    actionStep(previewContract, { mode: 'reap', environment: hostEnvironment, region, 'state-bucket': stateBucket, domain }),
  ],
};

const drift: Job = {
  name: 'drift of ${{ matrix.environment }}',
  if: onDefaultBranch,
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 30,
  permissions: planContract.permissions,
  environment: planContract.role,
  concurrency: { group: 'drift-${{ matrix.environment }}', 'cancel-in-progress': false },
  strategy: { 'fail-fast': false, matrix: { environment: `\${{ fromJSON(${environmentNames}) }}` } },
  steps: [
    checkout('Check out the default branch'),
    setUpNode,
    { name: 'Install', run: 'npm ci --ignore-scripts' },
    {
      name: 'Synthesize what should be there',
      run: 'npx opsdeck synth --profile "$ENVIRONMENT" --out cdktf.out/host',
      env: { ENVIRONMENT: '${{ matrix.environment }}' },
    },
    takeRole(planContract.role),
    setUpTerraform,
    actionStep(planContract, {
      mode: 'drift',
      environment: '${{ matrix.environment }}',
      region,
      'state-bucket': stateBucket,
      domain,
    }),
  ],
};

const kpi: Job = {
  name: 'kpi of ${{ matrix.environment }}',
  if: onDefaultBranch,
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 10,
  permissions: kpiContract.permissions,
  environment: kpiContract.role,
  concurrency: { group: 'kpi-${{ matrix.environment }}', 'cancel-in-progress': false },
  strategy: { 'fail-fast': false, matrix: { environment: `\${{ fromJSON(inputs.environments || ${environmentNames}) }}` } },
  steps: [
    checkout('Check out the default branch'),
    takeRole(kpiContract.role),
    actionStep(kpiContract, {
      window: "${{ inputs.window || '24h' }}",
      compare: 'previous',
      environment: '${{ matrix.environment }}',
      issue: 'true',
      region,
    }),
    keepReport(kpiContract.name, 'kpi-${{ matrix.environment }}'),
  ],
};
