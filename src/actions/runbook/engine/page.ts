// Wakes whoever is on call: a runbook has left something that only a person can put right.
import { attempt } from '../../comment/attempt.ts';
import { alertsTopicOf } from '../../deploy/keys.ts';
import type { RunbookJournal } from './journal.ts';
import type { RunbookWorld } from './world.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const longestSubject = 100;

export async function page(world: RunbookWorld, journal: RunbookJournal): Promise<void> {
  const { environment, runbook, target, because = '', byHand, runUrl } = journal;
  await attempt(world, 'page whoever is on call', async () => {
    const resources = await world.taggedResources.find({ Environment: [environment] });
    const topic = resources.find(({ arn }) => arn.startsWith('arn:aws:sns:') && arn.endsWith(`:${alertsTopicOf(environment)}`));
    if (!topic) return world.progress.warning(`Nobody was paged: ${environment} has no topic ${alertsTopicOf(environment)}.`);
    const subject = `Runbook ${runbook} is stuck on ${environment}`.slice(0, longestSubject);
    const text = [`${runbook} on ${target} of ${environment}: ${because}`, ...byHand.map((each) => `- ${each}`), runUrl].join(
      '\n',
    );
    await world.pager.page({ topicArn: topic.arn, subject, text });
  });
}
