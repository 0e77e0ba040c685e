// The stand-ins that come with the runner: checkout, tools, AWS credentials, artifacts.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Claims } from '../../../../src/rehearsal/workflows/rules/claims.ts';
import { type CheckoutRequest, checkout } from '../../../../src/rehearsal/workflows/stand-ins/checkout.ts';
import {
  configureAwsCredentials,
  type RoleRequest,
} from '../../../../src/rehearsal/workflows/stand-ins/configure-aws-credentials.ts';
import { setupNode, toolSetup } from '../../../../src/rehearsal/workflows/stand-ins/tool-setup.ts';
import { jobOf, openStage, temporaryFolder, writeFiles } from '../support.ts';

const isOurs = (line: string): boolean => !/^\[stand-in\]|^HEAD is now|^Artifact/.test(line);

describe('actions/checkout', () => {
  let path: string;
  const commits: string[] = [];
  const asked: CheckoutRequest[] = [];
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', path, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { encoding: 'utf8' }).trim();

  beforeAll(() => {
    path = writeFiles(temporaryFolder(), { 'a.txt': 'one' });
    git('init', '--quiet', '--initial-branch=main');
    for (const content of ['one', 'two']) {
      writeFiles(path, { 'a.txt': content });
      git('add', '.');
      git('commit', '--quiet', '-m', content);
      commits.push(git('rev-parse', 'HEAD'));
    }
    // As the head of a pull request from a fork: no branch leads to it.
    git('checkout', '--quiet', '--detach');
    writeFiles(path, { 'a.txt': 'three' });
    git('commit', '--quiet', '-am', 'three');
    commits.push(git('rev-parse', 'HEAD'));
    git('checkout', '--quiet', 'main');
  });

  const standIns = {
    'actions/checkout': checkout({
      sourceOf: async (request) => {
        asked.push(request);
        return { path, commit: request.ref || request.defaults.sha };
      },
    }),
  };
  const play = async (steps: string, sha: string) => {
    const stage = openStage(jobOf(steps), { standIns });
    const run = await stage.play({ sha });
    return { run, lines: stage.lines().filter(isOurs), events: stage.events };
  };

  test('checks the commit out, as a branch, shallow, with credentials that are gone afterwards', async () => {
    const { lines, events } = await play(
      `
- run: mkdir left && touch left/over
- uses: actions/checkout@v5
- run: |
    ls; cat a.txt; echo; git rev-list --count HEAD; git branch --show-current; git remote get-url origin
    git config http.http://github.test/.extraheader
`,
      commits[1] as string,
    );
    expect(lines).toEqual(['a.txt', 'two', '1', 'main', 'http://github.test/acme/shop', 'AUTHORIZATION: basic ***']);
    expect(asked.at(-1)).toMatchObject({
      repository: 'acme/shop',
      ref: '',
      token: 'ghs_token_of_main',
      defaults: { ref: 'refs/heads/main' },
    });
    expect(events.filter((event) => event.kind === 'step-ended').map(({ step }) => step.name)).toContain(
      'Post Run actions/checkout@v5',
    );
  });

  test('leaves no credentials when it is told so, and takes any commit, folder and depth', async () => {
    const { lines } = await play(
      `
- uses: actions/checkout@v5
  with: { ref: ${commits[2]}, path: deep/er, persist-credentials: false, fetch-depth: 0 }
- working-directory: deep/er
  run: cat a.txt; echo; git rev-list --count HEAD; git config http.http://github.test/.extraheader || echo none; git branch -r
`,
      commits[0] as string,
    );
    expect(lines).toEqual(['three', '3', 'none', '  origin/main']);
  });

  test('does not leave the workspace, and refuses what it cannot do', async () => {
    const { run } = await play('- uses: actions/checkout@v5\n  with: { path: ../other }', commits[0] as string);
    expect(run.jobs[0]?.annotations[0]?.message).toContain('is not under');
    const submodules = play('- uses: actions/checkout@v5\n  with: { submodules: recursive }', commits[0] as string);
    await expect(submodules).rejects.toMatchObject({ code: 'workflow/unsupported' });
  });

  test('fails when there is no such commit', async () => {
    const { run } = await play('- uses: actions/checkout@v5', 'b'.repeat(40));
    expect(run.jobs[0]?.annotations[0]?.message).toContain('git fetch failed');
  });
});

describe('a tool that is set up', () => {
  test('is the machine’s own', async () => {
    const stage = openStage(jobOf('- { uses: actions/setup-node@v5, with: { node-version: 24 } }'), {
      standIns: { 'actions/setup-node': setupNode },
    });
    await stage.play();
    expect(stage.lines()).toEqual([
      expect.stringContaining('uses the node of this machine'),
      expect.stringMatching(/^node: v\d+/),
    ]);
  });

  test('has to be there', async () => {
    const standIns = { 'acme/setup': toolSetup({ command: 'no-such-tool', inputs: [] }) };
    const run = await openStage(jobOf('- uses: acme/setup@v1'), { standIns }).play();
    expect(run.jobs[0]?.annotations[0]?.message).toContain('no-such-tool is not installed');
  });
});

describe('aws-actions/configure-aws-credentials', () => {
  const credentials = {
    accessKeyId: 'AKIA1',
    secretAccessKey: 'very-secret',
    sessionToken: 'session-token',
    accountId: '123456789012',
  };
  const steps = `
- id: aws
  uses: aws-actions/configure-aws-credentials@v5
  with: { aws-region: eu-west-2, role-to-assume: "arn:aws:iam::123456789012:role/plan", allowed-account-ids: "123456789012" }
- run: echo "$AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY $AWS_SESSION_TOKEN $AWS_REGION $AWS_DEFAULT_REGION \${{ steps.aws.outputs.aws-account-id }}"
`;

  function standInFor(decide: (claims: Claims) => void) {
    const requests: RoleRequest[] = [];
    const assumeRole = async (request: RoleRequest) => {
      requests.push(request);
      decide(request.claims);
      return credentials;
    };
    return { requests, standIns: { 'aws-actions/configure-aws-credentials': configureAwsCredentials({ assumeRole }) } };
  }

  test.each([
    ['a branch', 'push', '', 'repo:acme/shop:ref:refs/heads/main'],
    ['a pull request', 'pull_request', '', 'repo:acme/shop:pull_request'],
    ['an environment', 'push', 'environment: production', 'repo:acme/shop:environment:production'],
  ])('shows the claims of %s, and exports what it gets', async (_what, name, environment, subject) => {
    const { requests, standIns } = standInFor(() => undefined);
    const stage = openStage(jobOf(steps, `permissions: { id-token: write }\n${environment}`).replace('push', name), { standIns });
    const run = await stage.play({ name, payload: { action: 'opened' } });
    expect(run.conclusion).toBe('success');
    expect(requests).toMatchObject([
      {
        roleArn: 'arn:aws:iam::123456789012:role/plan',
        region: 'eu-west-2',
        claims: {
          sub: subject,
          aud: 'sts.amazonaws.com',
          repository: 'acme/shop',
          repository_owner_id: '22',
          run_id: '1',
          actor: 'ada',
        },
      },
    ]);
    expect(stage.lines().at(-1)).toBe('AKIA1 *** *** eu-west-2 eu-west-2 123456789012');
  });

  test('fails without an ID token, and when the role says no', async () => {
    const { standIns, requests } = standInFor(() => {
      throw new Error('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    });
    const without = await openStage(jobOf(steps), { standIns }).play();
    expect([without.jobs[0]?.annotations[0]?.message, requests]).toEqual([expect.stringContaining('`id-token` permission'), []]);
    const refused = await openStage(jobOf(steps, 'permissions: { id-token: write }'), { standIns }).play();
    expect(refused.jobs[0]?.annotations[0]?.message).toBe('Not authorized to perform sts:AssumeRoleWithWebIdentity');
  });
});

test('the server for ID tokens gives nothing to whoever has no token for it', async () => {
  const ask = 'curl --silent "$ACTIONS_ID_TOKEN_REQUEST_URL" --header "authorization: bearer wrong"';
  const stage = openStage(jobOf(`- run: '${ask}'`, 'permissions: { id-token: write }'));
  await stage.play();
  expect(stage.lines()).toEqual(['{"message":"Bad credentials"}']);
});

describe('artifacts', () => {
  const upload = (more: string): string => `{ uses: actions/upload-artifact@v4, with: { ${more} } }`;
  const download = (more: string): string => `{ uses: actions/download-artifact@v4, with: { ${more} } }`;
  const twoJobs = (first: string, second: string): string =>
    `on: push\njobs:\n  one: { runs-on: ubuntu-latest, steps: [${first}] }\n  two: { needs: one, runs-on: ubuntu-latest, steps: [${second}] }`;
  const make = '{ run: "mkdir -p out/deep; echo a > out/a.txt; echo b > out/deep/b.txt; echo h > out/.hidden" }';
  const list = '{ run: "find . -type f | sort" }';

  test.each([
    ['a folder', 'name: plan, path: out', 'name: plan', ['./a.txt', './deep/b.txt']],
    ['one file', 'name: plan, path: out/deep/b.txt', 'name: plan, path: here', ['./here/b.txt']],
    ['some files', 'name: plan, path: "out/**/*.txt\\n!out/a.txt"', 'name: plan', ['./deep/b.txt']],
    ['files of several folders', 'name: plan, path: "out/a.txt\\nout/deep/b.txt"', 'name: plan', ['./a.txt', './deep/b.txt']],
    [
      'hidden files, too',
      'name: plan, path: out, include-hidden-files: true',
      'name: plan',
      ['./.hidden', './a.txt', './deep/b.txt'],
    ],
    ['all artifacts', 'name: plan, path: out/a.txt', '', ['./plan/a.txt']],
    ['artifacts by pattern', 'name: plan-web, path: out/a.txt', 'pattern: plan-*, merge-multiple: true', ['./a.txt']],
  ])('bring %s to another job', async (_what, up, down, expected) => {
    const stage = openStage(twoJobs(`${make}, ${upload(up)}`, `${download(down)}, ${list}`));
    const run = await stage.play();
    expect([run.conclusion, stage.lines('two').filter(isOurs)]).toEqual(['success', expected]);
  });

  test('stay with their run', async () => {
    const stage = openStage(twoJobs(`${make}, ${upload('name: plan, path: out/a.txt')}`, download('name: plan')));
    const run = await stage.play();
    const folder = stage.runner.artifactFolder(run.id, 'plan');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('a\n');
    expect(existsSync(stage.runner.artifactFolder(run.id + 1, 'plan'))).toBe(false);
  });

  test.each([
    ['has a name that leads elsewhere', upload('name: ../../evil, path: out'), 'The artifact name is not valid'],
    ['is asked for by such a name', download('name: ..'), 'The artifact name is not valid'],
    ['is made twice', `${upload('name: a, path: out')}, ${upload('name: a, path: out')}`, '(409) Conflict'],
    ['is not there', download('name: missing'), 'Artifact not found for name: missing'],
    ['has no files and needs some', upload('name: a, path: missing, if-no-files-found: error'), 'No files were found'],
  ])('fail when one %s', async (_what, steps, problem) => {
    const run = await openStage(twoJobs(`${make}, ${steps}`, '{ run: echo }')).play();
    expect([run.conclusion, run.jobs[0]?.annotations[0]?.message]).toEqual(['failure', expect.stringContaining(problem)]);
  });

  test('without files are warned about, and may be made anew', async () => {
    const run = await openStage(
      twoJobs(
        `${make}, ${upload('name: a, path: missing')}, ${upload('name: b, path: out')}, ${upload('name: b, path: out, overwrite: true')}`,
        '{ run: echo }',
      ),
    ).play();
    expect([run.conclusion, run.jobs[0]?.annotations]).toEqual(['success', [expect.objectContaining({ level: 'warning' })]]);
  });
});
