// What is not as it should be after deploys that were killed: the service, its alarms, the journals, locks.
import { parseGoodServices } from '../../../src/actions/deploy/good.ts';
import { isFinal } from '../../../src/actions/deploy/journal.ts';
import { gatherJournal } from '../../../src/actions/deploy/journal-store.ts';
import { goodServicesKey, identityOf } from '../../../src/actions/deploy/keys.ts';
import { watchedAlarms } from '../../../src/actions/deploy/watched-alarms.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import type { Alarms } from '../../../src/ports/alarms.ts';
import type { Documents } from '../../../src/ports/documents.ts';
import type { Services } from '../../../src/ports/services.ts';
import type { DeployHistory } from './deploy-history.ts';
import { environment } from './host.ts';

export interface LeftWorld {
  readonly documents: Documents;
  readonly services: Services;
  readonly alarms: Alarms;
  /** Digests of images that answer badly. */
  readonly badImages: ReadonlySet<string>;
  readonly gatherHistory: () => Promise<readonly DeployHistory[]>;
}

/** What a later deploy would go back to. */
export async function gatherNewestGood(documents: Documents) {
  const parsed = parseGoodServices((await documents.read(goodServicesKey(environment)))?.value, environment);
  return parsed.kind === 'valid' ? parsed.value.goods[0] : undefined;
}

export async function gatherWrong(world: LeftWorld, wantedImage: string): Promise<readonly string[]> {
  const { documents } = world;
  const [locks, ofEnvironment] = await Promise.all([documents.list('locks/'), documents.list(`${environment}/`)]);
  return [
    ...(await gatherWrongService(world, wantedImage)),
    ...(await gatherWrongAlarms(world)),
    ...(await gatherWrongJournal(world)),
    ...locks,
    ...ofEnvironment.filter((key) => key.endsWith('.tflock')),
  ];
}

/** The service runs the wanted image and no other, and that is what a later deploy would go back to. */
async function gatherWrongService({ services, documents }: LeftWorld, wantedImage: string): Promise<readonly string[]> {
  const identity = identityOf(environment);
  const [state, tasks] = await Promise.all([services.describe(identity), services.tasks(identity)]);
  const primary = state?.deployments[0];
  const images = Object.values(await services.images(primary?.taskDefinition ?? ''));
  const good = await gatherNewestGood(documents);
  const others = tasks.filter(({ taskDefinition }) => taskDefinition !== primary?.taskDefinition);
  return [
    ...(images.includes(wantedImage) ? [] : [`${images.join(', ')} runs, and not ${wantedImage}`]),
    ...(primary?.rollout === 'COMPLETED' ? [] : [`the rollout is ${primary?.rollout}`]),
    ...(good?.taskDefinition === primary?.taskDefinition ? [] : [`${good?.taskDefinition} is called good`]),
    ...others.map(({ taskDefinition, status }) => `a task of ${taskDefinition} is ${status}`),
  ];
}

async function gatherWrongAlarms({ alarms }: LeftWorld): Promise<readonly string[]> {
  const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
  const found = await alarms.read(watched);
  const silent = found.filter(({ state }) => state === 'OK').map(({ name }) => name);
  return watched.filter((name) => !silent.includes(name)).map((name) => `the alarm ${name} is not well`);
}

async function gatherWrongJournal({ documents, badImages, gatherHistory }: LeftWorld): Promise<readonly string[]> {
  const found = await gatherJournal(documents, environment);
  const isLastFinal = found.kind === 'valid' && isFinal(found.journal);
  const histories = await gatherHistory();
  return [
    ...(isLastFinal ? [] : [`the journal is ${found.kind === 'valid' ? found.journal.state : found.kind}`]),
    ...histories.flatMap((history) => wrongOf(history, badImages)),
  ];
}

function wrongOf({ image, states, wentBackTo }: DeployHistory, badImages: ReadonlySet<string>): readonly string[] {
  const last = states.at(-1);
  const told = states.join(', ');
  const isBad = badImages.has(image.slice(image.indexOf('@') + 1));
  return [
    ...(last && isFinal({ state: last }) ? [] : [`a deploy was left: ${told}`]),
    ...(states.filter((state) => state === 'rolling-back').length > 1 || wentBackTo.length > 1
      ? [`a deploy was rolled back twice: ${told}, to ${wentBackTo.join(', ')}`]
      : []),
    ...(isBad && states.some((state) => state === 'keeping' || state === 'kept') ? [`a bad release was kept: ${told}`] : []),
  ];
}
