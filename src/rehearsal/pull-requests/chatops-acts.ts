// The acts of ChatOps: what people write on a pull request, and what must come of it.
import { type Answer, expectAnswer, expectComment, expectNothing } from './expectations.ts';
import { act, type Play } from './play.ts';
import { developer, maintainer, stranger } from './stage.ts';

export const done = ['eyes', 'rocket', '+1'] as const;
const failed = ['eyes', 'rocket', '-1'] as const;
const refused = ['eyes', 'confused'] as const;

/** Writes a comment, waits until all that it started has ended, and looks at the answer. */
export async function say({ stage }: Play, by: string, pullRequest: number, body: string, answer: Answer): Promise<void> {
  const { github, recorder } = stage;
  const id = github.comment({ by, number: pullRequest, body });
  await stage.settled();
  const comment = github.state.comments.get(id);
  if (comment) expectAnswer(github, comment, answer, recorder);
}

export async function ask(play: Play, pullRequest: number): Promise<void> {
  await act(play, 'ask', 'Ask in comments: what there is, and what is not for everybody', async () => {
    await say(play, developer, pullRequest, '/help', {
      reactions: ['eyes', '+1'],
      words: ['/preview deploy', '/lock', '/apply'],
    });
    const two = '/preview status\n/preview extend 24h';
    await say(play, developer, pullRequest, two, {
      reactions: done,
      words: ['`/preview status` done', 'live', '`/preview extend 24h` done'],
    });
    const notTheirs = '`/preview destroy` needs the role write; `mallory` has';
    await say(play, stranger, pullRequest, '/preview destroy', { reactions: refused, words: [notTheirs] });
    const quoted = 'Nobody should write this:\n```\n/preview destroy\n```\n> /preview destroy';
    await say(play, developer, pullRequest, quoted, { reactions: [], words: [] });
    expectComment(play.stage.github, pullRequest, ['### Preview: live']);
    return '2 commands answered, a stranger refused, a command in a code fence ignored';
  });
}

export async function reviewFork(play: Play, pullRequest: number): Promise<void> {
  await act(play, 'review', 'Plan a fork: only for a maintainer, and only what was reviewed', async () => {
    const { github } = play.stage;
    const notTheirs = '`/plan` needs the role write; `mallory` has';
    await say(play, stranger, pullRequest, '/plan', { reactions: refused, words: [notTheirs] });
    await say(play, developer, pullRequest, '/plan', { reactions: refused, words: ['only a maintainer may do this'] });
    await say(play, maintainer, pullRequest, '/plan', { reactions: refused, words: ['approve its commit'] });
    github.review({ by: maintainer, number: pullRequest, state: 'APPROVED' });
    await say(play, maintainer, pullRequest, '/plan', {
      reactions: done,
      words: ['`/plan` done', 'No preview: it comes from a fork'],
    });
    expectComment(github, pullRequest, ['to change', 'timeout']);
    return `#${pullRequest}: refused to a stranger, to a developer, and before the review; planned after it`;
  });
}

export async function hold(play: Play, pullRequest: number): Promise<void> {
  await act(play, 'hold', 'Lock the environment: a deploy is refused until it is unlocked', async () => {
    const { github } = play.stage;
    const locked = '/lock staging reason="load test" for=2h';
    await say(play, maintainer, pullRequest, locked, { reactions: done, words: ['staging is locked by', 'load test'] });
    expectComment(github, pullRequest, ['🔒 staging is locked by', 'load test']);
    await say(play, developer, pullRequest, '/preview deploy', {
      reactions: failed,
      words: ['staging is locked by robin', 'load test'],
    });
    await say(play, developer, pullRequest, '/unlock staging', { reactions: failed, words: ['staging is locked by robin'] });
    await say(play, maintainer, pullRequest, '/unlock staging', { reactions: done, words: ['staging'] });
    const { body } = expectComment(github, pullRequest, ['### Preview: live']);
    if (body.includes('🔒')) expectNothing('the hold in the comment', [body]);
    return "locked, a deploy and a stranger's unlock refused, unlocked";
  });
}

export async function apply(play: Play, pullRequest: number): Promise<void> {
  await act(play, 'apply', 'Plan, and apply what was reviewed: with a stale digest, then with the right one', async () => {
    const { github } = play.stage;
    await say(play, developer, pullRequest, '/plan', { reactions: done, words: ['`/plan` done', 'to change'] });
    const { body } = expectComment(github, pullRequest, ['/apply plan=']);
    const digest = /\/apply plan=([0-9a-f]{12})/.exec(body)?.[1] ?? '';
    const notMaintainer = '`/apply` needs the role maintain; `kim` has write';
    await say(play, developer, pullRequest, `/apply plan=${digest}`, { reactions: refused, words: [notMaintainer] });
    const stale = { reactions: failed, words: ['The plan is not the one that was reviewed', digest] };
    await say(play, maintainer, pullRequest, '/apply plan=000000000000', stale);
    const applied = { reactions: done, words: ['applied to staging; a further plan has nothing to change'] };
    await say(play, maintainer, pullRequest, `/apply plan=${digest}`, applied);
    expectComment(github, pullRequest, [`The plan \`${digest}\` was applied to staging`]);
    return `stale digest refused, ${digest} applied to staging; a further plan has nothing to change`;
  });
}
