// Which commit a command is about, and when nobody can tell.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commands } from '../../../src/actions/chatops/commands/index.ts';
import { decidePin, type PinFacts } from '../../../src/actions/chatops/pin.ts';
import type { CommandDefinition, RepositoryRole } from '../../../src/define/command.ts';
import { commentedAt, head, openPullRequest } from './support/github.ts';

const other = 'c'.repeat(40);

function definition(name: string): CommandDefinition {
  return commands.find((each) => each.name === name) as CommandDefinition;
}

const run = { runId: 41, headSha: head, createdAt: '2026-11-22T09:50:00Z', isCompleted: true, headRepository: 'acme/platform' };

function factsOf(name: string, facts: Partial<PinFacts> = {}): PinFacts {
  return {
    command: { name, arguments: {} },
    definition: definition(name),
    role: 'maintain',
    author: 'ada',
    createdAt: commentedAt,
    pullRequest: openPullRequest,
    runs: [run],
    reviews: [],
    ...facts,
  };
}

describe('a command that needs the Terraform JSON is about', () => {
  test.each([
    ['the head, as its own run made it', [run], 41],
    ['the first run of the commit: later ones are about labels', [{ ...run, runId: 43 }, { ...run, runId: 42 }, run], 41],
    [
      'the head again, when it was another one in between',
      [run, { ...run, runId: 40, headSha: other }, { ...run, runId: 39 }],
      41,
    ],
    [
      'the head of its own repository, whatever a fork calls its branches',
      [{ ...run, headSha: other, headRepository: 'eve/platform' }, run],
      41,
    ],
  ])('%s', (_name, runs, runId) => {
    expect(decidePin(factsOf('plan', { runs }))).toEqual({ kind: 'pinned', headSha: head, runId });
  });

  test.each([
    [
      'that nobody ran for',
      [],
      'The workflow has not run for the commit `aaaaaaa`: solve its conflicts with the base, or push again.',
    ],
    [
      'that the workflow has not seen yet',
      [{ ...run, headSha: other }],
      'The workflow has not run for the commit `aaaaaaa`: solve its conflicts with the base, or push again.',
    ],
    [
      'that came after the comment',
      [{ ...run, createdAt: '2026-11-22T10:00:01Z' }],
      'The commit `aaaaaaa` came after the command: look at it, and ask again.',
    ],
    [
      'that came in the same second',
      [{ ...run, createdAt: commentedAt }],
      'The commit `aaaaaaa` came after the command: look at it, and ask again.',
    ],
    [
      'that was pushed back to after the comment',
      [
        { ...run, createdAt: '2026-11-22T10:00:05Z' },
        { ...run, headSha: other },
        { ...run, runId: 39 },
      ],
      'The commit `aaaaaaa` came after the command: look at it, and ask again.',
    ],
    [
      'that the workflow works on',
      [{ ...run, isCompleted: false }],
      'The workflow is still at work on the commit `aaaaaaa`: it plans and deploys by itself. Ask again when it has ended.',
    ],
  ])('no commit %s', (_name, runs, because) => {
    expect(decidePin(factsOf('plan', { runs }))).toEqual({ kind: 'refused', because });
  });

  test('a plan that was looked at is applied while the rest of its run goes on', () => {
    const facts = factsOf('apply', {
      runs: [{ ...run, isCompleted: false }],
      command: { name: 'apply', arguments: { plan: '3f9c0a71b2de' } },
    });
    expect(decidePin(facts)).toMatchObject({ kind: 'pinned', runId: 41 });
  });
});

describe('what changes something is refused', () => {
  test.each([
    ['on a closed pull request', { state: 'closed' }, 'The pull request is closed.'],
    ['on a locked conversation', { isLocked: true }, 'The conversation is locked.'],
    ['where the fork is gone', { headRepository: undefined }, 'The repository that the pull request came from is gone.'],
  ] as const)('%s', (_name, change, because) => {
    const pullRequest = { ...openPullRequest, ...change };
    for (const { name } of commands.filter(({ mutates, needsTerraformJson }) => mutates || needsTerraformJson)) {
      expect([name, decidePin(factsOf(name, { pullRequest }))]).toEqual([name, { kind: 'refused', because }]);
    }
  });

  test('but what only reads is not', () => {
    const pullRequest = { ...openPullRequest, state: 'closed', isLocked: true } as const;
    expect(decidePin(factsOf('status', { pullRequest, runs: [] }))).toEqual({ kind: 'pinned', headSha: head });
  });
});

describe('a fork', () => {
  const fork = { ...openPullRequest, isFork: true, headRepository: 'eve/platform' };
  const runs = [{ ...run, headRepository: 'eve/platform' }];
  const approval = { author: 'ada', isApproval: true, commitSha: head };
  const unread = 'The pull request comes from a fork: approve its commit `aaaaaaa` in a review first, after reading it.';
  const notForYou = 'The pull request comes from a fork: only a maintainer may do this.';

  test.each([
    ['that a maintainer has approved', 'maintain', [approval], undefined],
    ['that was approved at another commit', 'maintain', [{ ...approval, commitSha: other }], unread],
    ['that somebody else has approved', 'admin', [{ ...approval, author: 'bob' }], unread],
    ['that nobody has approved', 'maintain', [], unread],
    ['whose approval was taken back', 'maintain', [approval, { ...approval, isApproval: false }], unread],
    ['that a writer has approved', 'write', [approval], notForYou],
  ] as const)('%s', (_name, role, reviews, because) => {
    const pin = decidePin(factsOf('plan', { pullRequest: fork, runs, role: role as RepositoryRole, reviews }));
    expect(pin.kind === 'refused' ? pin.because : undefined).toBe(because);
  });
});

test('whatever runs there are: a commit is pinned only if it stood there before the comment, and no other one since', () => {
  const sha = fc.constantFrom(head, other);
  const second = fc.integer({ min: 0, max: 59 }).map((value) => `2026-11-22T09:59:${String(value).padStart(2, '0')}Z`);
  const someRun = fc.record({
    headSha: sha,
    createdAt: second,
    isCompleted: fc.boolean(),
    headRepository: fc.constantFrom('acme/platform', 'eve/platform', undefined),
  });
  fc.assert(
    fc.property(fc.array(someRun), second, (some, createdAt) => {
      const runs = some
        .toSorted((one, another) => another.createdAt.localeCompare(one.createdAt))
        .map((each, at) => ({ ...each, runId: 100 - at }));
      const pin = decidePin(factsOf('plan', { runs, createdAt }));
      if (pin.kind === 'refused') return;
      const own = runs.filter(({ headRepository }) => headRepository === 'acme/platform');
      const since = own.slice(0, own.findIndex(({ runId }) => runId === pin.runId) + 1);
      expect(since.map(({ headSha }) => headSha)).toEqual(since.map(() => head));
      expect(since.at(-1)).toMatchObject({ isCompleted: true });
      expect((since.at(-1)?.createdAt ?? createdAt) < createdAt).toBe(true);
    }),
  );
});
