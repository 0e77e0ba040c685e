// The jobs of commands that operate an environment: back to the last good deploy, and game days.
import { deployContract } from '../actions/deploy/contract.ts';
import { gameDayContract } from '../actions/game-day/contract.ts';
import { argument, base, given, is, oneAtATime, trusted } from './command-context.ts';
import {
  actionStep,
  domain,
  hostEnvironment,
  keepReport,
  outputsOf,
  region,
  setUpTerraform,
  stateBucket,
  takeRole,
} from './steps.ts';
import type { Job } from './workflow-file.ts';

const environment = argument('environment', hostEnvironment);

/** In the group of deploys: one at a time, whoever asks. */
export const rollback: Job = {
  ...base,
  name: 'rollback',
  if: is('rollback'),
  'timeout-minutes': 120,
  permissions: deployContract.permissions,
  environment: deployContract.role,
  concurrency: oneAtATime(`deploy-${environment}`),
  outputs: outputsOf(deployContract, ['message', 'failure']),
  steps: [
    trusted,
    takeRole(deployContract.role),
    setUpTerraform,
    actionStep(deployContract, {
      mode: 'rollback',
      command: given.all,
      environment,
      reason: argument('reason'),
      by: given.by,
      region,
      'state-bucket': stateBucket,
      domain,
    }),
  ],
};

/** To end a game day must not wait for its reviewers: the role of the runbooks may do it, too. */
const identity = "${{ fromJSON(inputs.command).mode == 'abort' && 'ops' || 'game-day' }}";

export const gameDay: Job = {
  ...base,
  name: 'game-day',
  if: is('game-day'),
  'timeout-minutes': 120,
  permissions: gameDayContract.permissions,
  environment: identity,
  concurrency: {
    // What ends one must not wait for its end.
    group: `game-day-${environment}-\${{ fromJSON(inputs.command).mode == 'abort' && github.run_id || 'run' }}`,
    'cancel-in-progress': false,
  },
  outputs: outputsOf(gameDayContract, ['message', 'failure']),
  steps: [
    trusted,
    takeRole(identity),
    actionStep(gameDayContract, {
      mode: given.mode,
      command: given.all,
      drill: argument('drill'),
      zone: argument('zone'),
      environment,
      all: argument('all', 'false'),
      by: given.by,
      region,
      'state-bucket': stateBucket,
    }),
    keepReport(gameDayContract.name, `game-day-${given.id}`),
  ],
};
