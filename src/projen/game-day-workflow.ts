// Writes .github/workflows/game-day.yml: every week, on request, and on the minute when EventBridge asks for it.
import { Component, type Project } from 'projen';
import { gameDayContract } from '../actions/game-day/contract.ts';
import { drills } from '../drills/index.ts';
import { actionStep, checkout, hostEnvironment, keepReport, onDefaultBranch, region, stateBucket, takeRole } from './steps.ts';
import { type Job, writeWorkflow } from './workflow-file.ts';

/** What the schedule plays. */
const weekly = 'az-failure';

export class GameDayWorkflow extends Component {
  constructor(project: Project) {
    super(project);
    writeWorkflow(project, {
      name: 'game-day',
      'run-name': `Game day: \${{ ${drill} }}`,
      on: {
        // Tuesdays, when everybody is there; not at the full hour, when GitHub delays or drops what is scheduled.
        schedule: [{ cron: '13 10 * * 2' }],
        repository_dispatch: { types: ['game-day'] },
        workflow_dispatch: { inputs: dispatchInputs },
      },
      permissions: {},
      jobs: { 'game-day': gameDay },
    });
  }
}

const modes = gameDayContract.inputs.mode.choices;

const dispatchInputs = {
  mode: { type: 'choice', options: [...modes], default: 'plan', description: 'plan looks, and breaks nothing' },
  drill: { type: 'choice', options: drills.map(({ id }) => id), default: weekly, description: 'What is broken: docs/drills.md' },
  zone: { type: 'string', default: '', description: 'Which zone, `a`; the one whose turn it is when empty' },
  environment: { type: 'string', default: hostEnvironment, description: 'Where' },
};

/** Whatever starts it: a person, EventBridge, the schedule. */
const drill = `inputs.drill || github.event.client_payload.drill || '${weekly}'`;
const mode = "inputs.mode || 'run'";
const environment = `inputs.environment || github.event.client_payload.environment || '${hostEnvironment}'`;

/** To end a game day must not wait for its reviewers: the role of the runbooks may do it, too. */
const identity = "${{ (inputs.mode == 'abort' || inputs.mode == 'resume') && 'ops' || 'game-day' }}";

const gameDay: Job = {
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
    takeRole(identity),
    actionStep(gameDayContract, {
      mode: `\${{ ${mode} }}`,
      drill: `\${{ ${drill} }}`,
      zone: "${{ inputs.zone || github.event.client_payload.zone || '' }}",
      environment: `\${{ ${environment} }}`,
      'scheduled-for': "${{ github.event.client_payload.scheduled_for || '' }}",
      by: "${{ github.event_name == 'workflow_dispatch' && github.actor || github.event_name }}",
      region,
      'state-bucket': stateBucket,
    }),
    keepReport(gameDayContract.name, 'game-day'),
  ],
};
