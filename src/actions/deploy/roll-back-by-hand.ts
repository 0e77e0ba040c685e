// Goes back to the good service before the one that runs, because somebody asks for it.
import { failure } from '../../define/failure.ts';
import { catalogue } from '../../kpis/index.ts';
import { decideTarget, releaseOf } from './decide-rollback.ts';
import { gatherGoods, goodsOf, unreadable } from './good-store.ts';
import type { DeployJournal } from './journal.ts';
import { beginJournal } from './journal-store.ts';
import { goodServicesKey, identityOf } from './keys.ts';
import type { DeployResult } from './result.ts';
import { rollBack } from './roll-back.ts';
import { watchedAlarms } from './watched-alarms.ts';
import { withEnvironment } from './with-environment.ts';
import type { DeployWorld } from './world.ts';

export interface RollbackRequest {
  readonly by: string;
  readonly reason: string;
}

/** Alarms that are not well are no obstacle, and mostly why it is asked for; whether they are well afterwards is told. */
export function rollBackByHand(world: DeployWorld, request: RollbackRequest): Promise<DeployResult> {
  return withEnvironment(world, { reason: `rollback, asked for by ${request.by}`, actor: request.by }, async (earlier) => {
    // What they saw was what a run that died had left: that is put right by now.
    if (earlier?.kind === 'rolled-back') return earlier;
    return goBack(world, request);
  });
}

async function goBack(world: DeployWorld, { by, reason }: RollbackRequest): Promise<DeployResult> {
  const { documents, services, alarms, clock, run, settings } = world;
  const { environment } = settings;
  const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
  const [goods, service, found] = await Promise.all([
    gatherGoods(documents, environment),
    services.describe(identityOf(environment)),
    alarms.read(watched),
  ]);
  const target = decideTarget(goods, service?.deployments[0]?.taskDefinition);
  if (target.kind === 'unreadable')
    return { kind: 'refused', failure: unreadable(goodServicesKey(environment), target.problems) };
  if (target.kind === 'nothing-older') return { kind: 'refused', failure: nothingOlder(environment) };
  const { good } = target;
  const [newest = good] = goodsOf(goods);
  const { runId, attempt, job, url } = run;
  const now = clock.now().toISOString();
  const asked: DeployJournal = {
    id: `${runId}-${attempt}`,
    environment,
    kind: 'rollback',
    state: 'planning',
    release: releaseOf(good),
    before: releaseOf(newest),
    by,
    reason,
    run: { runId, attempt, job },
    runUrl: url,
    takenOverFrom: [],
    startedAt: now,
    updatedAt: now,
    alarms: [],
    unwatched: watched.filter((name) => found.find((alarm) => alarm.name === name)?.state !== 'OK'),
    rollback: { to: good.id, release: releaseOf(good), starts: 0 },
    timeline: [],
  };
  const journal = await beginJournal(world, asked, `${by} asks to go back`);
  return rollBack(world, journal, { kind: 'asked', words: `${by} asked for it` });
}

function nothingOlder(environment: string) {
  return failure({
    code: 'deploy/nothing-older',
    what: `No service that is older than the one that runs on ${environment} is known to be good.`,
    next: 'Revert the commit that does harm, and let the default branch be deployed.',
  });
}
