// Freezes an environment: a rollback has failed, or there was none; nothing deploys there until a person has looked.
import { attempt } from '../comment/attempt.ts';
import { performLock } from '../environment/hold-store.ts';
import type { OpenJournal } from './journal-store.ts';
import { alertsTopicOf, freezeMarker } from './keys.ts';
import { renderFreezeIssue, renderFreezePage } from './render-freeze.ts';
import type { Ended } from './result.ts';
import { walk } from './steps.ts';
import { cut, frozenWords } from './words.ts';
import type { DeployWorld } from './world.ts';

/** Until somebody ends it: no incident takes so long. */
const freezeSeconds = 30 * 86_400;

/** Whose hold it is: nobody's own, so that nobody's deploy passes it. */
export const freezer = 'opsdeck';

/** Long enough to say why, and short enough for a line of a comment. */
const mostReason = 300;

/** Everything in it may be done twice: a run that dies in it is followed by one that does all of it. */
export function freeze(world: DeployWorld, journal: OpenJournal, because: string): Promise<Ended> {
  return walk(world.progress, 'freeze', async () => {
    const { environment } = world.settings;
    await journal.write({ state: 'freezing', because: cut(because) }, `cannot go back: ${cut(because)}`);
    const request = {
      by: freezer,
      reason: cut(`${frozenWords(journal.current())}: ${because}`, mostReason),
      seconds: freezeSeconds,
      commentUrl: journal.current().runUrl,
    };
    // First, and not to be done without: the rest only tells of it. A person's hold holds as well.
    await performLock(world, environment, request);
    await attempt(world, 'page whoever is on call', () => page(world, journal));
    await attempt(world, 'open the issue', () =>
      world.issues.upsertOpen({
        marker: freezeMarker(environment),
        title: `Deploy frozen: ${environment}`,
        body: renderFreezeIssue(journal.current(), world.settings.timeRate),
        labels: ['deploy'],
      }),
    );
    await journal.write({ state: 'frozen' }, 'frozen: nothing is deployed until somebody has looked');
    return { kind: 'frozen', journal: journal.current() };
  });
}

async function page({ taggedResources, pager, progress }: DeployWorld, journal: OpenJournal): Promise<void> {
  const { environment } = journal.current();
  const resources = await taggedResources.find({ Environment: [environment] });
  const topic = resources.find(({ arn }) => arn.startsWith('arn:aws:sns:') && arn.endsWith(`:${alertsTopicOf(environment)}`));
  if (!topic) return progress.warning(`Nobody was paged: ${environment} has no topic ${alertsTopicOf(environment)}.`);
  await pager.page({ topicArn: topic.arn, ...renderFreezePage(journal.current()) });
}
