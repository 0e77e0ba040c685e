// Describes .github/workflows/runbook.yml: a runbook on request, and incidents whenever an alarm changes, and every hour.
import { runbookContract } from '../actions/runbook/contract.ts';
import { runbookIdentity, runbookRole } from './runbook-approval.ts';
import type { Site } from './site.ts';
import { actionStep, checkout, keepReport, onDefaultBranch, takeRole } from './steps.ts';
import type { Job, Workflow } from './workflow-file.ts';

export function runbookWorkflow(site: Site): Workflow {
  return {
    name: 'runbook',
    'run-name': `Runbook: \${{ ${isAlarms} && 'alarms' || format('{0} {1}', inputs.mode, inputs.target || inputs.runbook) }}`,
    on: {
      // What an event has missed.
      schedule: [{ cron: site.schedules.alarms }],
      repository_dispatch: { types: ['alarm'] },
      workflow_dispatch: { inputs: dispatchInputs(site) },
    },
    permissions: {},
    jobs: { runbook: runbookJob(site), alarms: alarmsJob(site) },
  };
}

const text = { type: 'string', default: '' } as const;
const modes = ['plan', 'run', 'resume', 'alarms'] satisfies (typeof runbookContract.inputs.mode.choices)[number][];

function dispatchInputs({ runbooks, hostEnvironment }: Site) {
  return {
    mode: {
      type: 'choice',
      options: modes,
      default: 'plan',
      description: 'plan looks, and changes nothing; alarms looks after incidents',
    },
    runbook: { ...text, description: `plan, run: ${runbooks.map(({ id }) => id).join(', ')}` },
    environment: { ...text, description: `Where; ${hostEnvironment} when empty, and of alarms every environment` },
    inputs: { ...text, description: 'plan, run: what the runbook asks for, as JSON: {"desired": "12"}' },
    target: { ...text, description: 'resume: what the run works on, as its report says' },
    undo: { type: 'boolean', default: false, description: 'resume: undo what was begun' },
    accept: { type: 'boolean', default: false, description: 'resume: take as it is what is stuck; takes a reason' },
    reason: { ...text, description: 'Why, for whoever reads of it later' },
    alarms: { ...text, description: 'alarms: which have changed, as JSON; they are read again from AWS' },
  };
}

/** Whoever dispatches by hand says what; every other event is about alarms. */
const isAlarms = "(github.event_name != 'workflow_dispatch' || inputs.mode == 'alarms')";

const asked = { mode: 'inputs.mode', runbook: 'inputs.runbook', isOver: 'inputs.undo || inputs.accept' };

/** In no concurrency group, where a waiting run makes way for the next one: the lock in the state bucket keeps them apart. */
function runbookJob(site: Site): Job {
  const identity = runbookIdentity(site, asked);
  return {
    name: '${{ inputs.mode }} ${{ inputs.target || inputs.runbook }}',
    if: `(${onDefaultBranch}) && !${isAlarms}`,
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 120,
    permissions: runbookContract.permissions,
    environment: identity.environment,
    steps: [
      checkout('Check out the default branch'),
      takeRole(site, runbookRole),
      actionStep(site, runbookContract, {
        mode: '${{ inputs.mode }}',
        runbook: '${{ inputs.runbook }}',
        environment: `\${{ inputs.environment || '${site.hostEnvironment}' }}`,
        inputs: "${{ inputs.inputs || '{}' }}",
        target: '${{ inputs.target }}',
        undo: '${{ inputs.undo }}',
        accept: '${{ inputs.accept }}',
        reason: '${{ inputs.reason }}',
        by: '${{ github.actor }}',
        door: 'workflow',
        'approved-risk': identity.approvedRisk,
        region: site.region,
        'state-bucket': site.stateBucket,
      }),
      keepReport(runbookContract.name, 'runbook'),
    ],
  };
}

/** Only an environment that there is: whoever may write to the repository may send any payload. */
function namedIn({ environmentNames }: Site): string {
  const given = 'github.event.client_payload.environment';
  return `(inputs.environment || contains(fromJSON(${environmentNames}), ${given}) && ${given})`;
}

const payload = 'github.event.client_payload.alarms';
const told = `\${{ inputs.alarms || ${payload} && toJSON(${payload}) || '[]' }}`;

/** One that waits makes way for the next: each of them reads all alarms again. */
function alarmsJob(site: Site): Job {
  const named = namedIn(site);
  return {
    name: 'alarms of ${{ matrix.environment }}',
    if: `(${onDefaultBranch}) && ${isAlarms}`,
    'runs-on': 'ubuntu-latest',
    'timeout-minutes': 60,
    permissions: runbookContract.permissions,
    environment: runbookRole,
    concurrency: { group: 'alarms-${{ matrix.environment }}', 'cancel-in-progress': false },
    strategy: {
      'fail-fast': false,
      matrix: { environment: `\${{ fromJSON(${named} && format('[{0}]', toJSON(${named})) || ${site.environmentNames}) }}` },
    },
    steps: [
      checkout('Check out the default branch'),
      takeRole(site, runbookRole),
      actionStep(site, runbookContract, {
        mode: 'alarms',
        alarms: told,
        environment: '${{ matrix.environment }}',
        by: "${{ github.event_name == 'workflow_dispatch' && github.actor || github.event_name }}",
        door: 'alarm',
        'approved-risk': 'medium',
        region: site.region,
        'state-bucket': site.stateBucket,
      }),
      keepReport(runbookContract.name, 'alarms-${{ matrix.environment }}'),
    ],
  };
}
