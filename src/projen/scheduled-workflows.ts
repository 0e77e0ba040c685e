// Describes the workflows that look after what nobody is looking at: forgotten previews every hour, drift every night, KPIs every morning.
import { kpiContract } from '../actions/kpi/contract.ts';
import { planContract } from '../actions/plan/contract.ts';
import { previewContract } from '../actions/preview/contract.ts';
import type { Site } from './site.ts';
import { actionStep, checkout, keepReport, onDefaultBranch, setUpTerraform, takeRole } from './steps.ts';
import type { Job, Workflow } from './workflow-file.ts';

export function reaperWorkflow(site: Site): Workflow {
  return {
    name: 'reaper',
    on: { schedule: [{ cron: site.schedules.reaper }], workflow_dispatch: {} },
    permissions: {},
    jobs: { reap: reapJob(site) },
  };
}

export function driftWorkflow(site: Site): Workflow {
  return {
    name: 'drift',
    on: { schedule: [{ cron: site.schedules.drift }], workflow_dispatch: {} },
    permissions: {},
    jobs: { drift: driftJob(site) },
  };
}

export function kpiWorkflow(site: Site): Workflow {
  return {
    name: 'kpi',
    on: {
      schedule: [{ cron: site.schedules.kpi }],
      workflow_dispatch: {},
      workflow_call: {
        inputs: {
          environments: { type: 'string', default: '', description: 'A list as JSON; all of them when empty' },
          window: { type: 'string', default: '24h', description: 'How far back: `90m`, `36h`, `3d`' },
        },
      },
    },
    permissions: {},
    jobs: { kpi: kpiJob(site) },
  };
}

function reapJob(site: Site): Job {
  return {
    name: 'reap',
    if: onDefaultBranch,
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 60,
    permissions: previewContract.permissions,
    environment: previewContract.role,
    concurrency: { group: 'reaper', 'cancel-in-progress': false },
    steps: [
      checkout('Check out the default branch'),
      takeRole(site, previewContract.role),
      setUpTerraform,
      actionStep(site, previewContract, {
        mode: 'reap',
        environment: site.hostEnvironment,
        region: site.region,
        'state-bucket': site.stateBucket,
        domain: site.domain,
      }),
    ],
  };
}

function driftJob(site: Site): Job {
  return {
    name: 'drift of ${{ matrix.environment }}',
    if: onDefaultBranch,
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 30,
    permissions: planContract.permissions,
    environment: planContract.role,
    concurrency: { group: 'drift-${{ matrix.environment }}', 'cancel-in-progress': false },
    strategy: { 'fail-fast': false, matrix: { environment: `\${{ fromJSON(${site.environmentNames}) }}` } },
    steps: [
      checkout('Check out the default branch'),
      site.setUpNode,
      { name: 'Install', run: site.install },
      {
        name: 'Synthesize what should be there',
        run: site.synth.environment,
        env: { ENVIRONMENT: '${{ matrix.environment }}' },
      },
      takeRole(site, planContract.role),
      setUpTerraform,
      actionStep(site, planContract, {
        mode: 'drift',
        environment: '${{ matrix.environment }}',
        region: site.region,
        'state-bucket': site.stateBucket,
        domain: site.domain,
      }),
    ],
  };
}

function kpiJob(site: Site): Job {
  return {
    name: 'kpi of ${{ matrix.environment }}',
    if: onDefaultBranch,
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 10,
    permissions: kpiContract.permissions,
    environment: kpiContract.role,
    concurrency: { group: 'kpi-${{ matrix.environment }}', 'cancel-in-progress': false },
    strategy: {
      'fail-fast': false,
      matrix: { environment: `\${{ fromJSON(inputs.environments || ${site.environmentNames}) }}` },
    },
    steps: [
      checkout('Check out the default branch'),
      takeRole(site, kpiContract.role),
      actionStep(site, kpiContract, {
        window: "${{ inputs.window || '24h' }}",
        compare: 'previous',
        environment: '${{ matrix.environment }}',
        issue: 'true',
        region: site.region,
      }),
      keepReport(kpiContract.name, 'kpi-${{ matrix.environment }}'),
    ],
  };
}
