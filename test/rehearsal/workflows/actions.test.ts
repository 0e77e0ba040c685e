// Actions: those of the repository, as they lie in the workspace, and what stands in for the others.
import { describe, expect, test } from '@jest/globals';
import type { StandIn } from '../../../src/rehearsal/workflows/options.ts';
import { impatientClock, jobOf, openStage, outcomes, placeFiles } from './support.ts';

const place = (files: Readonly<Record<string, string>>): { readonly standIns: Readonly<Record<string, StandIn>> } => ({
  standIns: { 'acme/files': placeFiles(files) },
});
const withFiles = (steps: string, settings = ''): string => jobOf(`- { name: files, uses: acme/files@v1 }\n${steps}`, settings);
const isOurs = (line: string): boolean => !line.startsWith('[stand-in]');

const nodeAction = (more = ''): string => `
name: greet
description: Greets.
inputs:
  who: { description: Who., default: "\${{ github.actor }}" }
  how-loud is it: { description: How., default: normal }
  old: { description: Old., deprecationMessage: use who }
outputs: { greeting: { description: It. } }
runs: { using: node24, main: dist/main.js, ${more} }
`;
const mainFile = `
const { appendFileSync } = require('node:fs');
const { INPUT_WHO: who, 'INPUT_HOW-LOUD_IS_IT': how } = process.env;
console.log('main', who, how, process.cwd() === process.env.GITHUB_WORKSPACE);
appendFileSync(process.env.GITHUB_OUTPUT, 'greeting=hello ' + who + '\\n');
appendFileSync(process.env.GITHUB_STATE, 'met=' + who + '\\n');
if (who === 'nobody') { console.log('::error::there is nobody'); process.exitCode = 1; }
`;
const postFile = "console.log('post', process.env.STATE_met, process.env.INPUT_WHO, process.env.COLOUR);";
const greet = (more = 'post: dist/post.js') => ({
  'greet/action.yml': nodeAction(more),
  'greet/dist/main.js': mainFile,
  'greet/dist/post.js': postFile,
});

describe('a JavaScript action', () => {
  test('gets its inputs, gives its outputs, and cleans up when the job ends', async () => {
    const stage = openStage(
      withFiles(`
- { id: ada, uses: ./greet, env: { COLOUR: red } }
- { id: bob, uses: ./greet, with: { WHO: bob, how-loud is it: very } }
- { name: outputs, run: 'echo "\${{ steps.ada.outputs.greeting }}, \${{ steps.bob.outputs.greeting }}"' }
`),
      place(greet()),
    );
    const run = await stage.play();
    expect(stage.lines().filter(isOurs)).toEqual([
      'main ada normal true',
      'main bob very true',
      'hello ada, hello bob',
      'post bob bob undefined',
      'post ada ada red',
    ]);
    expect(Object.keys(outcomes(run))).toEqual(['files', 'Run ./greet', 'outputs', 'Post Run ./greet']);
  });

  test.each([
    ['always by default', 'post: dist/post.js', 1],
    ['only if it says so: success()', 'post: dist/post.js, post-if: success()', 0],
    ['only if it says so: failure()', 'post: dist/post.js, post-if: failure()', 1],
  ])('cleans up after a failure %s', async (_what, post, times) => {
    const stage = openStage(withFiles('- { uses: ./greet, with: { who: nobody } }'), place(greet(post)));
    const run = await stage.play();
    expect(run.conclusion).toBe('failure');
    expect(run.jobs[0]?.annotations).toEqual([{ level: 'error', message: 'there is nobody', properties: {} }]);
    expect(stage.lines().filter((line) => line.startsWith('post'))).toHaveLength(times);
  });

  test('does not clean up what it never began', async () => {
    const stage = openStage(withFiles('- { if: false, uses: ./greet }'), place(greet()));
    await stage.play();
    expect(stage.lines().filter(isOurs)).toEqual([]);
  });

  test('is warned about as at GitHub', async () => {
    const stage = openStage(withFiles('- { uses: ./greet, with: { other: 1, old: 2 } }'), place(greet('pre: dist/main.js')));
    const run = await stage.play();
    expect(run.jobs[0]?.annotations.map(({ message }) => message)).toEqual([
      "Unexpected input(s) 'other', valid inputs are ['who', 'how-loud is it', 'old']",
      "Input 'old' has been deprecated with message: use who",
      "`pre` execution is not supported for local action from './greet'",
    ]);
  });

  test.each([
    ['there is none', {}, "Can't find 'action.yml' or 'action.yaml' under './greet'"],
    ['its bundle is missing', { 'greet/action.yml': nodeAction() }, "File not found: 'dist/main.js' of the action ./greet."],
    ['its file is not valid', { 'greet/action.yml': 'name: x' }, './greet/action.yml is not valid'],
  ])('fails when %s', async (_what, files, problem) => {
    const run = await openStage(withFiles('- uses: ./greet'), place(files)).play();
    expect(run.jobs[0]?.annotations[0]?.message).toContain(problem);
  });

  test.each(['node16', 'docker'])('that runs with %s is refused', async (using) => {
    const files = {
      'greet/action.yml': `name: x\ndescription: x\nruns: { using: ${using}, main: a.js, image: Dockerfile }`.replace(
        using === 'docker' ? 'main: a.js, ' : ', image: Dockerfile',
        '',
      ),
    };
    const playing = openStage(withFiles('- uses: ./greet'), place(files)).play();
    await expect(playing).rejects.toMatchObject({ code: 'workflow/unsupported', message: expect.stringContaining(using) });
  });

  test('outside of the workspace is refused', async () => {
    await expect(openStage(jobOf('- uses: ./../../other')).play()).rejects.toMatchObject({ code: 'workflow/unsupported' });
  });
});

describe('a composite action', () => {
  const composite = `
name: c
description: c
inputs: { word: { description: w, default: nothing }, fail: { description: f, default: "0" } }
outputs: { both: { description: b, value: "\${{ steps.one.outputs.a }}-\${{ inputs.word }}" } }
runs:
  using: composite
  steps:
    - id: one
      shell: bash
      env: { DEEP: "\${{ env.OUTER }}+inner" }
      run: |
        echo "$DEEP \${{ steps.outer.outputs.x }}. \${GITHUB_ACTION_PATH#$GITHUB_WORKSPACE}"
        echo a=$((40 + 2)) >> $GITHUB_OUTPUT
        echo "FROM_INSIDE=yes" >> $GITHUB_ENV
        echo "summary of one" >> $GITHUB_STEP_SUMMARY
        exit \${{ inputs.fail }}
    - { shell: bash, run: echo "went well" }
    - { shell: bash, if: failure(), run: echo "went wrong" }
    - { uses: ./greet, if: always(), with: { who: "\${{ inputs.word }}" } }
`;

  test('has steps, inputs, outputs and a status of its own', async () => {
    const stage = openStage(
      withFiles(`
- { id: outer, run: "echo x=1 >> $GITHUB_OUTPUT" }
- { run: exit 1, continue-on-error: true }
- { id: it, uses: ./c, with: { word: eve }, env: { OUTER: outer } }
- run: echo "\${{ steps.it.outputs.both }} \${{ steps.one.outcome }} $FROM_INSIDE $OUTER."
`),
      place({ 'c/action.yml': composite, ...greet() }),
    );
    const run = await stage.play();
    expect(stage.lines().filter(isOurs)).toEqual([
      'outer+inner . /c',
      'went well',
      'main eve normal true',
      '42-eve  yes .',
      'post eve eve undefined',
    ]);
    expect(run.jobs[0]?.summary).toBe('summary of one\n');
    expect(run.jobs[0]?.steps.map(({ conclusion }) => conclusion)).toEqual(Array(6).fill('success'));
  });

  test('fails with its steps', async () => {
    const stage = openStage(
      withFiles('- { name: it, uses: ./c, with: { fail: 3 } }\n- { if: failure(), run: echo noticed }'),
      place({ 'c/action.yml': composite, ...greet('') }),
    );
    const run = await stage.play();
    expect(outcomes(run)).toMatchObject({ it: 'failure', 'Run echo noticed': 'success' });
    expect(stage.lines().filter(isOurs).slice(1)).toEqual(['went wrong', 'main nothing normal true', 'noticed']);
  });

  test('works after a failure of the job, when its step does', async () => {
    const stage = openStage(
      withFiles('- run: exit 1\n- { if: always(), uses: ./c }'),
      place({ 'c/action.yml': composite, ...greet('') }),
    );
    await stage.play();
    expect(stage.lines()).toContain('went well');
  });

  test('cannot use an action that nothing stands in for', async () => {
    const files = { 'c/action.yml': 'name: c\ndescription: c\nruns: { using: composite, steps: [{ uses: acme/unknown@v2 }] }' };
    const stage = openStage(withFiles('- uses: ./c'), place(files));
    await expect(stage.play()).rejects.toMatchObject({
      code: 'workflow/unsupported',
      message: expect.stringContaining('the remote action acme/unknown@v2'),
    });
    expect(stage.events.map(({ kind }) => kind)).toContain('refused');
  });

  test('is cancelled with all that it has started', async () => {
    const slow =
      'name: c\ndescription: c\nruns: { using: composite, steps: [{ shell: bash, run: "echo ready; exec sleep 60" }, { shell: bash, run: echo never }] }';
    const stage = openStage(withFiles('- { name: it, uses: ./c, timeout-minutes: 1 }'), {
      ...place({ 'c/action.yml': slow }),
      clock: impatientClock(60_000),
    });
    const run = await stage.play();
    expect([outcomes(run).it, run.conclusion]).toEqual(['failure', 'failure']);
    expect(stage.lines()).not.toContain('never');
  });
});

describe('a stand-in', () => {
  const standIn = (main: StandIn['main'], post?: StandIn['main']) => ({
    standIns: { 'acme/tool/sub': { about: 'plays', inputs: { a: 'default', b: '' }, main, ...(post && { post }) } },
  });

  test('gets inputs and environment, and gives outputs, variables, paths and masks', async () => {
    const stage = openStage(
      jobOf(`
- { id: it, uses: acme/tool/sub@0123456789012345678901234567890123456789, with: { b: "\${{ github.actor }}" }, env: { C: c } }
- run: echo "\${{ steps.it.outputs.seen }} $EXPORTED \${PATH%%:*} secret-thing"
`),
      standIn(
        async (step) => {
          step.setOutput(
            'seen',
            [step.inputs.a, step.inputs.b, step.env.C, step.env.INPUT_B, step.env.GITHUB_ACTION, step.job.key].join(' '),
          );
          step.exportVariable('EXPORTED', 'exported');
          step.addPath('/tools/bin');
          step.addMask('secret-thing');
          step.state.set('left', 'over');
        },
        async ({ state, log }) => log(`post ${state.get('left')}`),
      ),
    );
    await stage.play();
    expect(stage.lines()).toEqual([
      '[stand-in] acme/tool/sub@0123456789012345678901234567890123456789: plays',
      'default ada c ada it main exported /tools/bin ***',
      'post over',
    ]);
  });

  test('fails its step by what it throws', async () => {
    const stage = openStage(
      jobOf('- uses: acme/tool/sub@v1'),
      standIn(async () => Promise.reject(new Error('no such thing'))),
    );
    const run = await stage.play();
    expect([run.conclusion, run.jobs[0]?.annotations[0]?.message]).toEqual(['failure', 'no such thing']);
  });

  test('refuses an input that it does not understand', async () => {
    const stage = openStage(
      jobOf('- { uses: acme/tool/sub@v1, with: { c: 1 } }'),
      standIn(async () => undefined),
    );
    await expect(stage.play()).rejects.toMatchObject({
      code: 'workflow/unsupported',
      message: expect.stringContaining('the stand-in for acme/tool/sub@v1: the workflow runner does not support the input "c"'),
    });
  });
});
