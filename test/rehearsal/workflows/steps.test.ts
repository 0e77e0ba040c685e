// Steps as a runner performs them: real shells, real files, real results.
import { describe, expect, test } from '@jest/globals';
import { conclusions, jobOf, openStage, outcomes } from './support.ts';

describe('a run step', () => {
  test('prints, and succeeds', async () => {
    const stage = openStage(jobOf('- run: echo hello; echo there >&2'));
    const run = await stage.play();
    expect(run).toMatchObject({ id: 1, number: 1, attempt: 1, conclusion: 'success', status: 'completed' });
    expect([...stage.lines()].sort()).toEqual(['hello', 'there']);
    expect(outcomes(run)).toEqual({ 'Run echo hello; echo there >&2': 'success' });
  });

  test('fails with its exit code, and what follows is skipped unless it asks not to be', async () => {
    const stage = openStage(
      jobOf(`
- run: exit 3
- run: echo skipped
- run: echo on failure
  if: failure()
- run: echo always
  if: \${{ always() }}
- run: echo only when it works
  if: success()
`),
    );
    const run = await stage.play();
    expect(conclusions(run)).toEqual({ main: 'failure' });
    expect(Object.values(outcomes(run))).toEqual(['failure', 'skipped', 'success', 'success', 'skipped']);
    expect(run.jobs[0]?.annotations.map(({ message }) => message)).toEqual(['Process completed with exit code 3.']);
    expect(stage.lines()).toEqual(['on failure', 'always']);
  });

  test('may fail without failing its job', async () => {
    const stage = openStage(
      jobOf(`
- id: soft
  run: exit 1
  continue-on-error: true
- run: echo \${{ steps.soft.outcome }} \${{ steps.soft.conclusion }} \${{ job.status }}
`),
    );
    expect((await stage.play()).conclusion).toBe('success');
    expect(stage.lines()).toEqual(['failure success success']);
  });

  test.each([
    ['', 'false | true; echo goes on', 'goes on'],
    ['bash', 'false | true; echo not reached', undefined],
    ['sh', 'echo "${BASH_VERSION:-no bash}"', 'no bash'],
    ['python', 'print(6 * 7)', '42'],
    ['node {0}', 'console.log([6, 7].join("-"))', '6-7'],
  ])('runs in the shell "%s"', async (shell, script, printed) => {
    const stage = openStage(jobOf(`- run: ${JSON.stringify(script)}\n${shell && `  shell: ${shell}`}`), {
      environment: { PATH: process.env.PATH, HOME: '/nonexistent' },
    });
    await stage.play();
    expect(stage.lines()).toEqual(printed === undefined ? [] : [printed]);
  });

  test('runs in its working directory, which has to exist', async () => {
    const stage = openStage(
      jobOf(`
- run: mkdir -p deep/er
- run: echo "\${PWD#$GITHUB_WORKSPACE}"
  working-directory: deep/er
- run: echo never
  working-directory: nowhere
`),
    );
    const run = await stage.play();
    expect(stage.lines()).toEqual(['/deep/er']);
    expect(run.jobs[0]?.annotations[0]?.message).toContain('no such working directory');
  });

  test('takes shell and working directory from the defaults of its job, then of its workflow', async () => {
    const stage = openStage(`
on: push
defaults: { run: { shell: sh, working-directory: / } }
jobs:
  main:
    runs-on: ubuntu-latest
    defaults: { run: { working-directory: /tmp } }
    steps:
      - run: echo "$PWD \${BASH_VERSION:-no bash}"
`);
    await stage.play();
    expect(stage.lines()).toEqual(['/tmp no bash']);
  });

  test('sees expressions in its script, in its name and in its condition', async () => {
    const stage = openStage(
      jobOf(`
- name: Greet \${{ github.actor }}
  if: github.event_name == 'push' && !github.event.missing
  run: echo "\${{ format('{0}/{1}', github.repository, github.ref_name) }} 'it''s' \${{ github.event.missing.deeper }}."
`),
    );
    const run = await stage.play();
    expect(outcomes(run)).toEqual({ 'Greet ada': 'success' });
    expect(stage.lines()).toEqual(["acme/shop/main 'it''s' ."]);
  });

  test('fails when an expression does', async () => {
    const stage = openStage(jobOf("- run: echo ${{ fromJSON('{') }}"));
    const run = await stage.play();
    expect(run.conclusion).toBe('failure');
    expect(run.jobs[0]?.annotations[0]?.message).toContain('The template is not valid. test.yml:6: ');
  });
});

describe('the environment', () => {
  test('comes from the workflow, the job and the step, and the nearest wins', async () => {
    const stage = openStage(`
on: push
env: { A: workflow, B: workflow, C: workflow }
jobs:
  main:
    runs-on: ubuntu-latest
    env: { B: job, C: "job of \${{ github.actor }}" }
    steps:
      - env: { C: "step in \${{ env.C }}" }
        if: env.C == 'step in job of ada'
        run: echo "$A, $B, $C, \${{ env.C }}"
`);
    await stage.play();
    expect(stage.lines()).toEqual(['workflow, job, step in job of ada, step in job of ada']);
  });

  test('has what GitHub puts into it, and nothing of this process', async () => {
    process.env.OF_THIS_PROCESS = 'must not be seen';
    const stage = openStage(jobOf('- id: look\n  run: env'));
    await stage.play({ name: 'push', payload: { action: 'x' }, headRef: 'feature' });
    const found = Object.fromEntries(stage.lines().map((line) => line.split(/=(.*)/s).slice(0, 2)));
    expect(found).toMatchObject({
      CI: 'true',
      GITHUB_ACTION: 'look',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'ada',
      GITHUB_API_URL: 'http://api.github.test',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_HEAD_REF: 'feature',
      GITHUB_JOB: 'main',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REPOSITORY_ID: '11',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'http://github.test',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_WORKFLOW: '.github/workflows/test.yml',
      GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/test.yml@refs/heads/main',
      RUNNER_OS: 'Linux',
      RUNNER_TEMP: expect.stringContaining('/temp'),
    });
    expect(Object.keys(found).filter((name) => /TOKEN|OF_THIS_PROCESS|^GITHUB_EVENT$/.test(name))).toEqual([]);
  });

  test('cannot override what the runner sets itself', async () => {
    const stage = openStage(
      jobOf(`
- run: echo GITHUB_SHA=forged >> $GITHUB_ENV
- env: { GITHUB_REPOSITORY: forged/too, RUNNER_OS: Windows }
  run: echo "$GITHUB_SHA $GITHUB_REPOSITORY $RUNNER_OS"
`),
    );
    await stage.play();
    expect(stage.lines()).toEqual([`${'a'.repeat(40)} acme/shop Linux`]);
  });
});

describe('the files of a step', () => {
  test('carry variables, paths and outputs to later steps', async () => {
    const stage = openStage(
      jobOf(`
- id: first
  run: |
    mkdir tools && printf '#!/bin/sh\\necho my tool' > tools/mine && chmod +x tools/mine
    echo "$PWD/tools" >> $GITHUB_PATH
    echo "COLOUR=blue" >> $GITHUB_ENV
    { echo 'list<<END'; echo one; echo two; echo END; } >> $GITHUB_OUTPUT
    echo "here: $COLOUR"
- run: |
    mine
    echo "$COLOUR \${{ env.COLOUR }}" '\${{ toJSON(steps.first.outputs.list) }}'
`),
    );
    await stage.play();
    expect(stage.lines()).toEqual(['here: ', 'my tool', 'blue blue "one\\ntwo"']);
  });

  test('fail the step when they make no sense', async () => {
    const stage = openStage(jobOf('- run: echo nonsense >> $GITHUB_OUTPUT'));
    const run = await stage.play();
    expect(run.jobs[0]?.annotations.map(({ message }) => message)).toEqual([
      "Unable to process file command 'output' successfully.",
      "Invalid format 'nonsense'",
    ]);
    expect(run.conclusion).toBe('failure');
  });

  test('do not let NODE_OPTIONS in', async () => {
    const stage = openStage(jobOf('- run: echo NODE_OPTIONS=--require=/tmp/evil.js >> $GITHUB_ENV'));
    expect((await stage.play()).conclusion).toBe('failure');
  });

  test('make the summary, up to a limit', async () => {
    const stage = openStage(
      jobOf(`
- run: echo '# Fine' >> $GITHUB_STEP_SUMMARY
- run: head -c 1048577 /dev/zero | tr '\\0' x >> $GITHUB_STEP_SUMMARY
`),
    );
    const run = await stage.play();
    expect(run.conclusion).toBe('success');
    expect(run.jobs[0]?.summary).toBe('# Fine\n');
    expect(run.jobs[0]?.annotations).toEqual([
      {
        level: 'error',
        message: '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1024k.',
        properties: {},
      },
    ]);
  });
});

describe('workflow commands', () => {
  test('annotate, group, and can be stopped', async () => {
    const stage = openStage(
      jobOf(`
- run: |
    echo "::error file=app.js,line=1,title=Oh%2C no::It broke%0Abadly"
    echo "::warning::careful"
    echo "::group::Details"
    echo "::endgroup::"
    echo "::debug::not shown"
    echo "::stop-commands::some-token"
    echo "::error::just text"
    echo "::some-token::"
    echo "::notice::again"
`),
    );
    const run = await stage.play();
    expect(run.conclusion).toBe('success');
    expect(run.jobs[0]?.annotations).toEqual([
      { level: 'error', message: 'It broke\nbadly', properties: { file: 'app.js', line: '1', title: 'Oh, no' } },
      { level: 'warning', message: 'careful', properties: {} },
      { level: 'notice', message: 'again', properties: {} },
    ]);
    expect(stage.lines()).toEqual(['::stop-commands::some-token', '::error::just text', '::some-token::']);
  });

  test.each(['set-env name=A', 'add-path', 'set-output name=a', 'save-state name=a', 'add-matcher', 'stop-commands'])(
    'that are refused fail the step: %s',
    async (command) => {
      const stage = openStage(jobOf(`- run: "echo '::${command}::'"`));
      const run = await stage.play();
      expect(run.conclusion).toBe('failure');
      expect(run.jobs[0]?.annotations[0]?.message).toContain('Unable to process command');
    },
  );

  test('in a script are shown, not obeyed', async () => {
    const stage = openStage(jobOf('- run: |\n    : nothing\n    # a comment\n    ::error::in the script'));
    const run = await stage.play();
    expect(run.jobs[0]?.annotations.map(({ message }) => message)).toEqual(['Process completed with exit code 127.']);
  });
});

describe('secrets', () => {
  test('are masked in lines, annotations, summaries and names, in whatever form', async () => {
    const stage = openStage(
      jobOf(`
- name: Use \${{ secrets.KEY }}
  env: { KEY: "\${{ secrets.KEY }}" }
  run: |
    echo "plain $KEY"
    printf 'user:%s' "$KEY" | base64
    echo "::error file=$KEY::it was $KEY"
    echo "sum $KEY" >> $GITHUB_STEP_SUMMARY
    MADE_UP=made-up-$((6 * 7))
    echo "::add-mask::$MADE_UP"
    echo "$MADE_UP and $(echo $MADE_UP | tr u U)"
    echo "\${{ github.token }}"
`),
      { secrets: { KEY: 'hunter2-and-more' } },
    );
    await stage.play();
    expect(JSON.stringify(stage.events)).not.toMatch(/hunter2|made-up-42|ghs_token/);
    expect(stage.lines().slice(-2)).toEqual(['*** and made-Up-42', '***']);
    expect(stage.lines()[1]).toMatch(/^dXNlcj\S?\*\*\*/);
  });

  test('do not leave the job as an output', async () => {
    const stage = openStage(
      jobOf(
        '- id: it\n  run: echo "value=x${{ secrets.KEY }}x" >> $GITHUB_OUTPUT',
        'outputs: { it: "${{ steps.it.outputs.value }}", fine: yes }',
      ),
      { secrets: { KEY: 'hunter2' } },
    );
    const run = await stage.play();
    expect(run.jobs[0]?.outputs).toEqual({ fine: 'yes' });
    expect(run.jobs[0]?.annotations[0]?.message).toBe("Skip output 'it' since it may contain secret.");
  });
});

describe('what the runner does not support is refused, and never left out', () => {
  test.each([
    ['a container', jobOf('- run: echo', 'container: node:20'), 'the key "container"'],
    ['a service', jobOf('- run: echo', 'services: { db: { image: postgres } }'), 'the key "services"'],
    ['an unknown action', jobOf('- uses: acme/unknown@v1'), 'the remote action acme/unknown@v1: nothing stands in for it'],
    ['a Docker action', jobOf('- uses: docker://alpine'), 'docker://alpine'],
    ['Windows', jobOf('- run: echo').replace('ubuntu-latest', 'windows-latest'), 'the runner windows-latest'],
    ['PowerShell', jobOf('- run: echo\n  shell: pwsh'), 'the shell "pwsh"'],
    [
      'another repository’s workflow',
      'on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/w.yml@v1',
      'o/r/.github/workflows/w.yml@v1',
    ],
  ])('%s', async (_what, workflow, words) => {
    const stage = openStage(workflow);
    await expect(stage.play()).rejects.toMatchObject({ code: 'workflow/unsupported', message: expect.stringContaining(words) });
    expect(stage.lines()).toEqual([]);
  });

  test('a workflow that GitHub would refuse, too', async () => {
    const stage = openStage(jobOf('- run: echo ${{ secret.KEY }}\n- runs: echo'));
    await expect(stage.play()).rejects.toMatchObject({
      code: 'workflow/invalid',
      message: expect.stringContaining("Unrecognized named-value: 'secret'"),
      details: [expect.stringContaining("Unexpected value 'runs'"), expect.anything()],
    });
  });

  test('but not before it is triggered', async () => {
    const stage = openStage({
      'test.yml': jobOf('- run: echo fine'),
      'other.yml': jobOf('- run: echo', 'container: a').replace('push', 'issues'),
    });
    expect((await stage.play()).conclusion).toBe('success');
  });
});
