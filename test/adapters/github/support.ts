// The adapter against the GitHub double: the same clock on both sides, and what was asked.

import { type GitHub, openGitHub } from '../../../src/adapters/github/github.ts';
import type { Failure } from '../../../src/define/failure.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Permissions } from '../../../src/rehearsal/github/exchange.ts';
import { everything, type Fixture, openFixture } from '../../rehearsal/github/support.ts';

export interface Adapter extends Fixture {
  readonly ours: GitHub;
  readonly log: readonly string[];
  /** Another job, with a client of its own. */
  openAnother(options?: JobOptions): GitHub;
  /** `POST /repos/{owner}/{repo}/issues` and so on, since the last time. */
  asked(): readonly string[];
}

export interface JobOptions {
  readonly permissions?: Permissions;
  readonly token?: string;
  readonly name?: string;
  readonly clock?: Clock;
}

export async function openAdapter(job: JobOptions = {}): Promise<Adapter> {
  const fixture = await openFixture();
  const { github, clock } = fixture;
  const log: string[] = [];
  const openAnother = ({ permissions = everything, token, name = 'platform', clock: own = clock }: JobOptions = {}): GitHub =>
    openGitHub({
      token: token ?? github.issueToken({ kind: 'job', permissions }),
      apiUrl: github.url,
      repository: { owner: 'acme', name },
      userAgent: 'opsdeck/test',
      clock: own,
      log: (line) => log.push(line),
    });
  let seen = 0;
  const asked = (): readonly string[] => {
    const since = github.journal.slice(seen);
    seen = github.journal.length;
    return since.map(({ method, path, route }) => (route ?? `${method} ${path}`).replace('/repos/{owner}/{repo}', ''));
  };
  return { ...fixture, ours: openAnother(job), log, openAnother, asked };
}

/**
 * Runs jobs side by side on a clock that only moves on while all of them sleep: who sleeps a second sees everything that
 * the others do in less.
 */
export async function sideBySide(jobs: readonly ((clock: Clock) => Promise<unknown>)[]): Promise<void> {
  let awake = jobs.length;
  let sleepers: (() => void)[] = [];
  const rest = (): void => {
    awake -= 1;
    if (awake > 0) return;
    const woken = sleepers;
    sleepers = [];
    awake = woken.length;
    for (const wake of woken) wake();
  };
  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      sleepers.push(resolve);
      rest();
    });
  const clock: Clock = { now: () => new Date(0), sleep };
  await Promise.all(jobs.map((job) => job(clock).finally(rest)));
}

/** The failure that it must end with. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  return work.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: Failure) => error,
  );
}
