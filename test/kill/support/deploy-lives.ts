// The lives of deploys that are cut short, as data: where each run is killed, which one comes next, and how it has to end.
import { rollbackSteps, serviceSteps } from '../../../src/actions/deploy/steps.ts';
import { type KillMoment, momentsOf, momentText } from './moments.ts';

/** What starts one run; `platform` is one that is told another plan than there is. */
export type DeployEvent = 'release' | 'bad release' | '/rollback' | 'platform' | 'unlock and recover';

export interface DeployRun {
  readonly event: DeployEvent;
  readonly killAt?: KillMoment;
  /** The runner outlives the step that is killed: it plays what comes after the job. */
  readonly playsPost?: true;
  /** What it says of itself, unless it is killed. */
  readonly status: string;
}

export type DeployLife = readonly DeployRun[];

const release: DeployRun = { event: 'release', status: 'deployed' };
const badRelease: DeployRun = { event: 'bad release', status: 'rolled-back' };
const rollback: DeployRun = { event: '/rollback', status: 'rolled-back' };
const platform: DeployRun = { event: 'platform', status: 'deploy/plan-changed' };
const held: DeployRun = { event: 'release', status: 'held' };
const recovery: DeployRun = { event: 'unlock and recover', status: 'deployed' };

/** In the middle of what takes longest, where no state tells yet what there is. */
const inApply: readonly KillMoment[] = [
  { line: '▸ apply-service', afterMilliseconds: 1000 },
  { line: '  created aws_ecs_task_definition' },
  { line: '  changed aws_ecs_service' },
];

const inApplyOfGood: readonly KillMoment[] = [
  { line: '▸ apply-good', afterMilliseconds: 1000 },
  { line: '  changed aws_ecs_service', following: '▸ apply-good' },
];

/** Only when a rollback fails. */
const freezing = momentsOf(['freeze']);

const ofRollback = [...momentsOf(rollbackSteps.filter((step) => step !== 'freeze')), ...inApplyOfGood];

/** From when there is something to go back from. */
const whileItRuns = momentsOf(['apply-service', 'find-deployment', 'bake']);

/** What comes after a bad release that was killed has to put it right, whatever it is meant for. */
const others: readonly DeployRun[] = [rollback, release];

/** To plan a platform takes longest. */
const beforePlatform = ['▸ bake', '✔ apply-good'];

const goodReleases: readonly DeployLife[] = [...momentsOf(serviceSteps), ...inApply].map((killAt) => [
  { ...release, killAt },
  release,
]);

const badReleases: readonly DeployLife[] = [...whileItRuns, ...ofRollback].map((killAt, index) => {
  const next = beforePlatform.includes(killAt.line) ? platform : others[index % others.length];
  return [{ ...badRelease, killAt }, ...(next ? [next] : [])];
});

/** A runner that lives on needs no other run. */
const posts: readonly DeployLife[] = [
  { ...release, killAt: { line: '▸ apply-service', afterMilliseconds: 1000 } },
  { ...badRelease, killAt: { line: '▸ bake' } },
  { ...badRelease, killAt: { line: '▸ verify-good' } },
].map((run): DeployLife => [{ ...run, playsPost: true }]);

const dyingInRollback: DeployRun = { ...rollback, killAt: { line: '▸ init-good' } };

/** What kills each of its runs is not tried for ever. */
const frozen: readonly DeployLife[] = freezing.map((killAt) => [
  { ...badRelease, killAt: { line: '▸ bake' } },
  ...[dyingInRollback, dyingInRollback, dyingInRollback],
  { ...rollback, killAt },
  held,
  recovery,
]);

export const deployLives: readonly DeployLife[] = [...goodReleases, ...badReleases, ...posts, ...frozen];

/** `bad release, killed at "▸ bake"; /rollback` */
export function describeDeployLife(life: DeployLife): string {
  return life
    .map(({ event, killAt, playsPost }) => {
      const killed = killAt ? `, killed at "${momentText(killAt)}"` : '';
      return `${event}${killed}${playsPost ? ', and finished after the job' : ''}`;
    })
    .join('; ');
}
