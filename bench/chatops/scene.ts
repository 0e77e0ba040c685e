// A GitHub with two pull requests on this machine, one open and planned, one closed, for the gate to ask.
import { openGitHubDouble } from '../../src/rehearsal/github/double.ts';

export interface Scene {
  readonly apiUrl: string;
  readonly token: string;
  /** `GET /repos/...`, oldest first. */
  requests(): readonly string[];
  /** @returns the event of a new comment, as GitHub sends it */
  comment(on: 'open' | 'closed', by: string, body: string): unknown;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  let seconds = 0;
  const github = await openGitHubDouble({
    owner: 'acme',
    name: 'platform',
    people: [
      { login: 'robin', role: 'maintain' },
      { login: 'kim', role: 'write' },
      { login: 'mallory', role: 'none' },
    ],
    files: { 'README.md': 'A platform.\n' },
    webhookSecret: 'none',
    now: () => new Date(Date.parse('2026-11-22T10:00:00Z') + seconds * 1000),
  });
  let latest: unknown;
  github.onWebhook(({ event, payload }) => {
    if (event === 'issue_comment') latest = payload;
  });
  const pullOf = (branch: string): number => {
    const headSha = github.push({ by: 'kim', branch, files: { [`${branch}.txt`]: 'new\n' } });
    const number = github.openPullRequest({ by: 'kim', branch, title: branch });
    const workflow = { name: 'pull-request', workflowPath: '.github/workflows/pull-request.yml', event: 'pull_request' };
    github.runs.finish(github.runs.start({ by: 'kim', ...workflow, headSha, headBranch: branch }), 'success');
    return number;
  };
  const numbers = { open: pullOf('feature'), closed: pullOf('done') };
  github.closePullRequest({ by: 'kim', number: numbers.closed });
  const permissions = { actions: 'read', contents: 'read', issues: 'write', pull_requests: 'write' } as const;
  return {
    apiUrl: github.url,
    token: github.issueToken({ kind: 'job', permissions }),
    requests: () => github.journal.map(({ method, path }) => `${method} ${path}`),
    comment: (on, by, body) => {
      seconds += 10;
      github.comment({ by, number: numbers[on], body });
      return latest;
    },
    close: () => github.close(),
  };
}
