// A command as the gate hands it on.
import type { Leg } from '../../../../src/actions/chatops/legs.ts';
import { head } from './github.ts';

export function legOfTest(leg: Partial<Leg> = {}): Leg {
  return {
    id: '900-1',
    comment: 900,
    commentUrl: 'https://github.test/acme/platform/pull/7#issuecomment-900',
    index: 1,
    of: 1,
    job: 'apply',
    text: '/apply plan=3f9c0a71b2de',
    mode: 'apply',
    by: 'ada',
    issue: 7,
    pullRequest: 7,
    headSha: head,
    runId: 41,
    arguments: { plan: '3f9c0a71b2de' },
    ...leg,
  };
}
