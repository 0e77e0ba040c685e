// The jobs of commands that operate an environment: back to the last good deploy, game days, runbooks.
import { deployContract } from '../actions/deploy/contract.ts';
import { gameDayContract } from '../actions/game-day/contract.ts';
import { runbookContract } from '../actions/runbook/contract.ts';
import { argument, given, is } from './command-context.ts';
import { commandJob } from './command-job.ts';
import { runbookIdentity, runbookRole } from './runbook-approval.ts';
import type { Site } from './site.ts';
import { actionStep, keepReport, setUpTerraform, takeRole } from './steps.ts';
import type { Job } from './workflow-file.ts';

export function rollbackJob(site: Site): Job {
  return commandJob(deployContract, {
    name: 'rollback',
    if: is('rollback'),
    minutes: 120,
    steps: [
      takeRole(site, deployContract.role),
      setUpTerraform,
      actionStep(site, deployContract, {
        mode: 'rollback',
        command: given.all,
        environment: argument('environment', site.hostEnvironment),
        reason: argument('reason'),
        by: given.by,
        region: site.region,
        'state-bucket': site.stateBucket,
        domain: site.domain,
      }),
    ],
  });
}

/** To end a game day must not wait for its reviewers: the role of the runbooks may do it, too. */
const identity = "${{ fromJSON(inputs.command).mode == 'abort' && 'ops' || 'game-day' }}";

export function gameDayJob(site: Site): Job {
  return commandJob(gameDayContract, {
    name: 'game-day',
    if: is('game-day'),
    minutes: 120,
    environment: identity,
    steps: [
      takeRole(site, identity),
      actionStep(site, gameDayContract, {
        mode: given.mode,
        command: given.all,
        drill: argument('drill'),
        zone: argument('zone'),
        environment: argument('environment', site.hostEnvironment),
        all: argument('all', 'false'),
        by: given.by,
        region: site.region,
        'state-bucket': site.stateBucket,
      }),
      keepReport(gameDayContract.name, `game-day-${given.id}`),
    ],
  });
}

const asked = {
  mode: 'fromJSON(inputs.command).mode',
  runbook: 'fromJSON(inputs.command).arguments.runbook',
  isOver: "fromJSON(inputs.command).arguments.undo == 'true' || fromJSON(inputs.command).arguments.accept == 'true'",
};

export function runbookJob(site: Site): Job {
  const approval = runbookIdentity(site, asked);
  return commandJob(runbookContract, {
    name: 'runbook',
    if: is('runbook'),
    minutes: 120,
    environment: approval.environment,
    steps: [
      takeRole(site, runbookRole),
      actionStep(site, runbookContract, {
        mode: given.mode,
        command: given.all,
        runbook: argument('runbook'),
        environment: argument('environment', site.hostEnvironment),
        inputs: argument('inputs', '{}'),
        target: argument('target'),
        undo: argument('undo', 'false'),
        accept: argument('accept', 'false'),
        reason: argument('reason'),
        by: given.by,
        door: 'comment',
        issue: given.issue,
        'approved-risk': approval.approvedRisk,
        region: site.region,
        'state-bucket': site.stateBucket,
      }),
      keepReport(runbookContract.name, `runbook-${given.id}`),
    ],
  });
}
