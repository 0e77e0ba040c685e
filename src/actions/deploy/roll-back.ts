// Goes back to a good service, once: re-applies it, verifies it, writes down what runs; whatever goes wrong with that freezes.
import { failure } from '../../define/failure.ts';
import { decideRollback, releaseOf } from './decide-rollback.ts';
import { freeze } from './freeze.ts';
import { type GoodService, withReturned } from './good.ts';
import { gatherGoods, gatherSerial, writeGoods } from './good-store.ts';
import type { Cause } from './journal.ts';
import type { OpenJournal } from './journal-store.ts';
import { identityOf } from './keys.ts';
import type { DeployResult } from './result.ts';
import { applyGood } from './stack.ts';
import { walk } from './steps.ts';
import { type Verified, verify } from './verify.ts';
import { shortSha, wordsOf } from './words.ts';
import { type DeployWorld, uncancelled } from './world.ts';

/**
 * Only under the lock. A cancelled run goes on with it: half a rollback is worse than either.
 *
 * @throws only what cannot be written down; then the next run finds the journal, and goes on from there
 */
export async function rollBack(cancellable: DeployWorld, journal: OpenJournal, cause: Cause): Promise<DeployResult> {
  const world = uncancelled(cancellable);
  const { environment } = world.settings;
  const goods = await gatherGoods(world.documents, environment);
  if (goods.kind === 'none' && !(await isServiceThere(world))) return settleUnborn(journal, cause);
  world.progress.warning(`${cause.words}. Going back.`);
  const decision = decideRollback(journal.current(), goods);
  if (decision.kind === 'freeze') {
    await journal.write({ cause }, cause.words);
    return freeze(world, journal, decision.because);
  }
  const { good, starts } = decision;
  const rollback = { to: good.id, release: releaseOf(good), starts };
  await journal.write({ state: 'rolling-back', cause, rollback }, `${cause.words}; going back to ${shortSha(good.commit)}`);
  try {
    const { deploymentId, stillBad } = await goBack(world, journal, good);
    const because = `${shortSha(good.commit)} runs again, as ${deploymentId}`;
    const beside = stillBad.length === 0 ? '' : `; not well before, nor now: ${stillBad.join(', ')}`;
    await journal.write({ state: 'rolled-back', because: because + beside }, because);
    return { kind: 'rolled-back', journal: journal.current() };
  } catch (error) {
    return freeze(world, journal, wordsOf(error));
  }
}

/** Where nobody can tell, it counts as there. */
async function isServiceThere({ services, settings }: DeployWorld): Promise<boolean> {
  return services.describe(identityOf(settings.environment)).then(
    (found) => found !== undefined,
    () => true,
  );
}

/** Nobody is served yet, so nobody is served badly: the next deploy goes on from there. */
async function settleUnborn(journal: OpenJournal, { words }: Cause): Promise<DeployResult> {
  await journal.write({ state: 'refused', because: words }, `${words}: there is no service yet, and nothing to go back to`);
  const { environment } = journal.current();
  const told = failure({
    code: 'deploy/no-service-yet',
    what: `The first deploy to ${environment} ended before there was a service: ${words}.`,
    next: 'Mend that, and deploy again: it goes on from where it stands.',
  });
  return { kind: 'refused', failure: told };
}

async function goBack(world: DeployWorld, journal: OpenJournal, good: GoodService): Promise<Verified> {
  const { progress } = world;
  const taskDefinition = await applyGood(world, good);
  await journal.write({ taskDefinition }, `${shortSha(good.commit)} was applied again`);
  const { unwatched } = journal.current();
  const verified = await walk(progress, 'verify-good', () => verify(world, { taskDefinition, good, unwatched }));
  const { deploymentId } = verified;
  await journal.write({ deploymentId });
  await walk(progress, 'record-good', () => record(world, { ...good, taskDefinition, deploymentId }));
  return verified;
}

async function record({ documents, settings }: DeployWorld, { serial: _, ...good }: GoodService): Promise<void> {
  const serial = await gatherSerial(documents, settings.environment);
  const returned: GoodService = { ...good, ...(serial !== undefined && { serial }) };
  await writeGoods(documents, settings.environment, (goods) => withReturned(goods, returned));
}
