// Jobs as GitHub arranges them: what they need, what they give, matrices, calls, environments, tokens.
import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { conclusions, jobOf, openStage, placeFiles, temporaryFolder } from './support.ts';

const job = (id: string, rest: string): string => `  ${id}: { runs-on: ubuntu-latest, ${rest} }\n`;
const workflow = (...jobs: readonly string[]): string => `on: push\njobs:\n${jobs.join('')}`;

describe('jobs', () => {
  test('wait for what they need, and take its outputs', async () => {
    const stage = openStage(`
on: push
jobs:
  last:
    runs-on: ubuntu-latest
    needs: [first]
    steps:
      - run: echo "\${{ needs.first.result }} \${{ needs.first.outputs.word }} \${{ needs.other.result }}."
  first:
    runs-on: ubuntu-latest
    outputs: { word: "\${{ steps.say.outputs.word }}" }
    steps:
      - id: say
        run: echo word=hello >> $GITHUB_OUTPUT
`);
    const run = await stage.play();
    expect(conclusions(run)).toEqual({ first: 'success', last: 'success' });
    expect(stage.lines()).toEqual(['success hello .']);
  });

  test('are skipped when something before them failed or was skipped, unless they ask not to be', async () => {
    const run = await openStage(
      workflow(
        job('bad', 'steps: [{ run: exit 1 }]'),
        job('off', 'if: false, steps: [{ run: echo }]'),
        job('after-bad', 'needs: bad, steps: [{ run: echo }]'),
        job('after-off', 'needs: off, steps: [{ run: echo }]'),
        job('report', 'needs: [bad, after-bad], if: "failure()", steps: [{ run: echo }]'),
        job('clean-up', 'needs: [after-bad], if: "always()", steps: [{ run: echo }]'),
        job('after-clean-up', 'needs: [clean-up], steps: [{ run: echo }]'),
        job('picky', `needs: [off], if: "always() && needs.off.result == 'skipped'", steps: [{ run: echo }]`),
      ),
    ).play();
    expect(run.conclusion).toBe('failure');
    expect(conclusions(run)).toEqual({
      bad: 'failure',
      off: 'skipped',
      'after-bad': 'skipped',
      'after-off': 'skipped',
      report: 'success',
      'clean-up': 'success',
      'after-clean-up': 'skipped',
      picky: 'success',
    });
  });

  test('may fail without failing the run', async () => {
    const run = await openStage(
      workflow(
        job('soft', 'continue-on-error: true, steps: [{ run: exit 1 }]'),
        job('next', `needs: soft, if: "needs.soft.result == 'success'", steps: [{ run: echo }]`),
      ),
    ).play();
    expect([run.conclusion, conclusions(run)]).toEqual(['success', { soft: 'failure', next: 'success' }]);
  });

  test('run side by side', async () => {
    const meet = (own: string, other: string): string =>
      `steps: [{ run: "touch $MEETING/${own}; until [ -e $MEETING/${other} ]; do sleep 0.02; done" }]`;
    const run = await openStage(workflow(job('one', meet('a', 'b')), job('two', meet('b', 'a'))), {
      environment: { PATH: process.env.PATH, MEETING: temporaryFolder() },
    }).play();
    expect(run.conclusion).toBe('success');
  });

  test('have a workspace of their own, which is gone afterwards', async () => {
    const stage = openStage(
      workflow(job('one', 'steps: [{ run: "touch left; pwd" }]'), job('two', 'needs: one, steps: [{ run: ls }]')),
    );
    await stage.play();
    const [workspace, ...listed] = stage.lines();
    expect([workspace, listed]).toEqual([expect.stringMatching(/\/shop\/shop$/), []]);
    expect(existsSync(workspace as string)).toBe(false);
  });
});

describe('a matrix', () => {
  test('makes a job of each combination, also of what another job gives', async () => {
    const stage = openStage(`
on: push
jobs:
  list:
    runs-on: ubuntu-latest
    outputs: { stacks: '\${{ steps.it.outputs.stacks }}' }
    steps: [{ id: it, run: "echo 'stacks=[\\"a\\",\\"b\\"]' >> $GITHUB_OUTPUT" }]
  plan:
    needs: list
    runs-on: \${{ matrix.os }}
    strategy:
      max-parallel: 1
      matrix: { stack: "\${{ fromJSON(needs.list.outputs.stacks) }}", os: [ubuntu-latest] }
    outputs: { last: "\${{ matrix.stack }}" }
    steps: [{ run: "echo \${{ matrix.stack }} \${{ strategy.job-index }}/\${{ strategy.job-total }}" }]
  end:
    needs: plan
    runs-on: ubuntu-latest
    steps: [{ run: "echo \${{ needs.plan.outputs.last }}" }]
`);
    const run = await stage.play();
    expect(run.jobs.map(({ name }) => name)).toEqual(['list', 'plan (a, ubuntu-latest)', 'plan (b, ubuntu-latest)', 'end']);
    expect(stage.lines()).toEqual(['a 0/2', 'b 1/2', 'b']);
  });

  test.each([
    ['cancels the others when one fails', 'true', 'cancelled'],
    ['lets them be when it is told to', 'false', 'success'],
  ])('%s', async (_what, failFast, expected) => {
    const run = await openStage(
      workflow(
        job(
          'leg',
          `strategy: { max-parallel: 1, fail-fast: ${failFast}, matrix: { code: [1, 0] } }, steps: [{ run: "exit \${{ matrix.code }}" }]`,
        ),
      ),
    ).play();
    expect([run.conclusion, conclusions(run)]).toEqual(['failure', { 'leg (1)': 'failure', 'leg (0)': expected }]);
  });

  test('that is empty fails its job', async () => {
    const run = await openStage(
      workflow(job('leg', 'strategy: { matrix: { stack: "${{ fromJSON(\'[]\') }}" } }, steps: [{ run: echo }]')),
    ).play();
    expect(run.jobs[0]).toMatchObject({
      conclusion: 'failure',
      annotations: [{ message: expect.stringContaining('does not contain any values') }],
    });
  });
});

describe('a called workflow', () => {
  const called = `
on:
  workflow_call:
    inputs: { stack: { type: string, required: true }, dry: { type: boolean, default: true } }
    secrets: { KEY: { required: true } }
    outputs: { made: { value: "\${{ jobs.inner.outputs.made }}" } }
permissions: { contents: read }
jobs:
  inner:
    runs-on: ubuntu-latest
    outputs: { made: "\${{ inputs.stack }}-\${{ inputs.dry }}" }
    env: { KEY: "\${{ secrets.KEY }}" }
    steps: [{ run: "echo \${#KEY} \${{ secrets.OTHER }}." }]
`;
  const calling = (permissions: string, secrets: string): string => `
on: push
jobs:
  outer:
    permissions: ${permissions}
    uses: ./.github/workflows/called.yml
    with: { stack: web }
    secrets: ${secrets}
  after:
    needs: outer
    runs-on: ubuntu-latest
    steps: [{ run: "echo \${{ needs.outer.outputs.made }}" }]
`;
  const secrets = { KEY: '12345678', OTHER: 'other' };

  test('gets inputs and secrets, and gives outputs', async () => {
    const stage = openStage(
      { 'test.yml': calling('{ contents: read }', '{ KEY: "${{ secrets.KEY }}" }'), 'called.yml': called },
      { secrets },
    );
    const run = await stage.play();
    expect(conclusions(run)).toEqual({ 'outer / inner': 'success', after: 'success' });
    expect(stage.lines()).toEqual(['8 .', 'web-true']);
  });

  test('can inherit all secrets', async () => {
    const stage = openStage({ 'test.yml': calling('{ contents: read }', 'inherit'), 'called.yml': called }, { secrets });
    await stage.play();
    expect(stage.lines()[0]).toBe('8 ***.');
  });

  test('cannot be given the token, which each of its jobs has', async () => {
    const caller = calling('{ contents: read }', '{ KEY: "${{ secrets.GITHUB_TOKEN }}" }');
    const playing = openStage({ 'test.yml': caller, 'called.yml': called }).play();
    await expect(playing).rejects.toMatchObject({
      code: 'workflow/unsupported',
      message: expect.stringContaining('passing the token on'),
    });
  });

  test.each([
    ['does not get what it needs', calling('{ contents: read }', '{}'), 'the secret KEY is required'],
    [
      'asks for more than its caller has',
      calling('{ issues: read }', 'inherit'),
      'contents: read, but is only allowed contents: none',
    ],
  ])('fails when it %s', async (_what, caller, problem) => {
    const run = await openStage({ 'test.yml': caller, 'called.yml': called }, { secrets }).play();
    expect(run.conclusion).toBe('failure');
    expect(run.jobs[0]?.annotations[0]?.message).toContain(problem);
  });

  test('must not call itself without end', async () => {
    const circle = 'on: { push: , workflow_call: }\njobs:\n  again:\n    uses: ./.github/workflows/test.yml\n';
    const run = await openStage({ 'test.yml': circle }).play();
    expect(run.conclusion).toBe('failure');
    expect(run.jobs.flatMap(({ annotations }) => annotations)[0]?.message).toContain('at most 10 levels deep');
  });
});

describe('an environment', () => {
  const deploy = jobOf(
    '- run: echo "${{ vars.REGION }} ${{ vars.COLOUR }} $KEY"\n- id: it\n  run: echo url=https://shop.test >> $GITHUB_OUTPUT',
    [
      'environment: { name: "${{ github.ref_name }}-env", url: "${{ steps.it.outputs.url }}" }',
      'env: { KEY: "${{ secrets.KEY }}" }',
    ].join('\n'),
  );
  const environments = { 'main-env': { variables: { COLOUR: 'red' }, secrets: { KEY: 'of-environment' } } };
  const options = { environments, variables: { REGION: 'eu', COLOUR: 'blue' }, secrets: { KEY: 'of-repository' } };

  test('gives variables and secrets, is asked for first, and gets the address', async () => {
    const asked: string[] = [];
    const stage = openStage(deploy, {
      ...options,
      onEnvironment: async ({ environment }) => {
        asked.push(environment);
        return 'approved';
      },
    });
    const run = await stage.play();
    expect([asked, run.jobs[0]?.environment, stage.lines()]).toEqual([['main-env'], 'main-env', ['eu red ***']]);
    expect(stage.events.flatMap((event) => (event.kind === 'deployment' ? [[event.state, event.url]] : []))).toEqual([
      ['in_progress', ''],
      ['success', 'https://shop.test'],
    ]);
  });

  test('can be refused', async () => {
    const stage = openStage(deploy, { ...options, onEnvironment: async () => 'rejected' });
    const run = await stage.play();
    expect([run.conclusion, stage.tokens]).toEqual(['failure', []]);
  });
});

describe('the token', () => {
  const asking = jobOf(
    '- env: { TOKEN: "${{ secrets.GITHUB_TOKEN }}", MINE: "${{ secrets.MINE }}" }\n  run: echo "$TOKEN" | rev; echo "${MINE:-no secret}"; env | grep -c ID_TOKEN',
    'permissions: { contents: write, id-token: write }',
  );

  test('is made for the job’s permissions, and is revoked with its end', async () => {
    const stage = openStage(asking, { secrets: { MINE: 'my secret' } });
    await stage.play();
    expect(stage.tokens).toEqual([{ job: 'main', permissions: { contents: 'write', 'id-token': 'write' } }]);
    expect(stage.revoked).toEqual(['ghs_token_of_main']);
    expect(stage.lines()).toEqual(['niam_fo_nekot_shg', '***', '2']);
  });

  test('of a pull request from a fork only reads, and there are no secrets and no ID token', async () => {
    const stage = openStage(asking.replace('on: push', 'on: pull_request'), { secrets: { MINE: 'my secret' } });
    await stage.play({ name: 'pull_request', payload: { action: 'opened' }, fromFork: true });
    expect(stage.tokens).toEqual([{ job: 'main', permissions: { contents: 'read' } }]);
    expect(stage.lines()).toEqual(['niam_fo_nekot_shg', 'no secret', '0']);
  });

  test('is not cut for a comment on such a pull request', async () => {
    const stage = openStage(asking.replace('on: push', 'on: issue_comment'));
    await stage.play({ name: 'issue_comment', payload: { action: 'created' }, fromFork: true });
    expect(stage.tokens[0]?.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
  });
});

describe('a runner', () => {
  test('starts every workflow that listens, and counts the runs of each', async () => {
    const stage = openStage({
      'a.yml': `name: A\n${jobOf('- run: echo')}`,
      'b.yml': jobOf('- run: echo'),
      'c.yml': jobOf('- run: echo').replace('push', 'issues'),
    });
    await stage.dispatch();
    await stage.dispatch({ name: 'issues', payload: { action: 'opened' } });
    await stage.dispatch();
    expect(stage.runner.runs().map(({ id, number, file, workflow: name }) => [id, number, file, name])).toEqual([
      [1, 1, 'a.yml', 'A'],
      [2, 1, 'b.yml', '.github/workflows/b.yml'],
      [3, 1, 'c.yml', '.github/workflows/c.yml'],
      [4, 2, 'a.yml', 'A'],
      [5, 2, 'b.yml', '.github/workflows/b.yml'],
    ]);
    expect(await stage.dispatch({ name: 'release' })).toEqual([]);
  });

  test('runs a finished one again, as its next attempt', async () => {
    const stage = openStage(jobOf('- run: exit $(( GITHUB_RUN_ATTEMPT == 1 ))'));
    expect(await stage.play()).toMatchObject({ id: 1, attempt: 1, conclusion: 'failure' });
    expect(await stage.runner.rerun(1)).toMatchObject({ id: 1, number: 1, attempt: 2, conclusion: 'success' });
    expect(stage.runner.runs().map(({ attempt }) => attempt)).toEqual([2]);
  });

  test('gives a dispatched workflow its inputs, as what they are', async () => {
    const dispatched = `
on: { workflow_dispatch: { inputs: { stack: { type: string, required: true }, dry: { type: boolean, default: false } } } }
run-name: "\${{ inputs.stack }} by \${{ github.actor }}"
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo \${{ inputs.stack }} \${{ !inputs.dry }} \${{ github.event.inputs.dry }}" }] } }
`;
    const stage = openStage(dispatched);
    const payload = { workflow: 'test.yml', inputs: { stack: 'web', dry: 'true' } };
    expect(await stage.play({ name: 'workflow_dispatch', payload })).toMatchObject({ title: 'web by ada' });
    expect(stage.lines()).toEqual(['web false true']);
    const wrong = stage.dispatch({ name: 'workflow_dispatch', payload: { workflow: 'test.yml', inputs: {} } });
    await expect(wrong).rejects.toMatchObject({ code: 'workflow/bad-inputs' });
  });

  test('says what stood in for an action', async () => {
    const stage = openStage(jobOf('- uses: acme/files@v1\n- run: cat a.txt'), {
      standIns: { 'acme/files': placeFiles({ 'a.txt': 'placed' }) },
    });
    await stage.play();
    expect(stage.lines()).toEqual(['[stand-in] acme/files@v1: puts the test’s files into the workspace', 'placed']);
    expect(stage.events.filter(({ kind }) => kind === 'stand-in')).toMatchObject([{ uses: 'acme/files@v1' }]);
  });
});
