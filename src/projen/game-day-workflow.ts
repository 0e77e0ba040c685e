// Describes .github/workflows/game-day.yml: every week, on request, and on the minute when EventBridge asks for it.
import { gameDayContract } from '../actions/game-day/contract.ts';
import type { Site } from './site.ts';
import { actionStep, checkout, keepReport, onDefaultBranch, takeRole } from './steps.ts';
import type { Job, Workflow } from './workflow-file.ts';

export function gameDayWorkflow(site: Site): Workflow {
  return {
    name: 'game-day',
    'run-name': `Game day: \${{ ${drillOf(site)} }}`,
    on: {
      schedule: [{ cron: site.schedules.gameDay }],
      repository_dispatch: { types: ['game-day'] },
      workflow_dispatch: { inputs: dispatchInputs(site) },
    },
    permissions: {},
    jobs: { 'game-day': gameDayJob(site) },
  };
}

const modes = gameDayContract.inputs.mode.choices;

function dispatchInputs({ drills, scheduledDrill, hostEnvironment }: Site) {
  return {
    mode: { type: 'choice', options: [...modes], default: 'plan', description: 'plan looks, and breaks nothing' },
    drill: {
      type: 'choice',
      options: drills.map(({ id }) => id),
      default: scheduledDrill,
      description: 'What is broken: docs/drills.md',
    },
    zone: { type: 'string', default: '', description: 'Which zone, `a`; the one whose turn it is when empty' },
    environment: { type: 'string', default: hostEnvironment, description: 'Where' },
  };
}

/** Whatever starts it: a person, EventBridge, the schedule. */
function drillOf({ scheduledDrill }: Site): string {
  return `inputs.drill || github.event.client_payload.drill || '${scheduledDrill}'`;
}

const mode = "inputs.mode || 'run'";

/** To end a game day must not wait for its reviewers: the role of the runbooks may do it, too. */
const identity = "${{ (inputs.mode == 'abort' || inputs.mode == 'resume') && 'ops' || 'game-day' }}";

function gameDayJob(site: Site): Job {
  const drill = drillOf(site);
  const environment = `inputs.environment || github.event.client_payload.environment || '${site.hostEnvironment}'`;
  return {
    name: `\${{ ${mode} }} \${{ ${drill} }}`,
    'runs-on': 'ubuntu-latest',
    if: onDefaultBranch,
    'timeout-minutes': 120,
    permissions: gameDayContract.permissions,
    environment: identity,
    concurrency: {
      // What ends one must not wait for its end.
      group: `game-day-\${{ ${environment} }}-\${{ inputs.mode == 'abort' && github.run_id || 'run' }}`,
      'cancel-in-progress': false,
    },
    steps: [
      checkout('Check out the default branch'),
      takeRole(site, identity),
      actionStep(site, gameDayContract, {
        mode: `\${{ ${mode} }}`,
        drill: `\${{ ${drill} }}`,
        zone: "${{ inputs.zone || github.event.client_payload.zone || '' }}",
        environment: `\${{ ${environment} }}`,
        'scheduled-for': "${{ github.event.client_payload.scheduled_for || '' }}",
        by: "${{ github.event_name == 'workflow_dispatch' && github.actor || github.event_name }}",
        region: site.region,
        'state-bucket': site.stateBucket,
      }),
      keepReport(gameDayContract.name, 'game-day'),
    ],
  };
}
