// Ends that come early: cancellation, time-outs, concurrency, and a runner that dies.
import { describe, expect, test } from '@jest/globals';
import { conclusions, impatientClock, jobOf, nobodyLivesIn, openStage, outcomes, placeFiles, type Stage } from './support.ts';

const wait = 'while :; do sleep 0.02; done';
/** Ends by the first SIGINT; a shell that waits for a command does not. */
const obedient = 'exec sleep 60';

/** Dispatches, and cancels as soon as a line is printed. */
async function cancelAt(stage: Stage, text: string) {
  const playing = stage.play();
  await stage.printed(text);
  stage.runner.cancel(1);
  return playing;
}

describe('a cancelled run', () => {
  test('asks its step by SIGINT, and still performs what always runs', async () => {
    const stage = openStage(
      jobOf(`
- name: long
  run: |
    trap 'echo asked; exit 0' INT
    echo ready
    ${wait}
- { name: next, run: echo never }
- { name: always, if: always(), run: "echo \${{ job.status }}" }
- { name: cancelled, if: cancelled(), run: echo }
- { name: failed, if: failure(), run: echo }
`),
    );
    const run = await cancelAt(stage, 'ready');
    expect(outcomes(run)).toEqual({
      long: 'cancelled',
      next: 'skipped',
      always: 'success',
      cancelled: 'success',
      failed: 'skipped',
    });
    expect(run.conclusion).toBe('cancelled');
    expect(stage.lines()).toEqual(['ready', 'asked', 'cancelled', '']);
  });

  test.each([
    // What follows takes its time here: a busy machine must not get it before it could answer.
    ['SIGTERM after 7.5 seconds', "trap '' INT; trap 'echo asked again; exit 1' TERM", 7_500, ['ready', 'asked again']],
    ['SIGKILL after 2.5 seconds more', "trap '' INT TERM", 0, ['ready']],
  ])('that does not listen gets %s', async (_what, trap, leastMs, printed) => {
    const clock = impatientClock(7_500, leastMs);
    const stage = openStage(jobOf(`- run: |\n    ${trap}\n    echo ready\n    ${wait}`), { clock });
    const run = await cancelAt(stage, 'ready');
    expect([run.conclusion, stage.lines()]).toEqual(['cancelled', printed]);
  });

  test('does not interrupt a step that would run in a cancelled job, too', async () => {
    const stage = openStage(
      jobOf(`
- { name: careful, if: always(), run: "echo ready; sleep 0.3; echo done" }
- { name: next, run: echo never }
`),
    );
    const run = await cancelAt(stage, 'ready');
    expect([outcomes(run), stage.lines()]).toEqual([{ careful: 'success', next: 'skipped' }, ['ready', 'done']]);
    expect(run.conclusion).toBe('cancelled');
  });

  test('is ended after five minutes, whatever its steps say', async () => {
    const stage = openStage(jobOf(`- if: always()\n  run: |\n    echo ready\n    ${wait}`), { clock: impatientClock(300_000) });
    expect((await cancelAt(stage, 'ready')).conclusion).toBe('cancelled');
  });

  test('does not start the jobs that wait, but those that always run', async () => {
    const stage = openStage(`
on: push
jobs:
  first: { runs-on: ubuntu-latest, steps: [{ run: "echo ready; ${obedient}" }] }
  second: { needs: first, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  clean-up: { needs: first, if: always(), runs-on: ubuntu-latest, steps: [{ run: echo cleaned }] }
`);
    const run = await cancelAt(stage, 'ready');
    expect(conclusions(run)).toEqual({ first: 'cancelled', second: 'skipped', 'clean-up': 'success' });
  });
});

describe('time-outs', () => {
  test('of a step fail it', async () => {
    const stage = openStage(
      jobOf(`
- { name: long, timeout-minutes: 2, run: ${obedient} }
- { name: after, if: failure(), run: echo }
`),
      { clock: impatientClock(120_000) },
    );
    const run = await stage.play();
    expect(outcomes(run)).toEqual({ long: 'failure', after: 'success' });
    expect(run.jobs[0]?.annotations[0]?.message).toBe("The action 'long' has timed out after 2 minutes.");
  });

  test('of a job cancel it', async () => {
    const stage = openStage(jobOf(`- run: ${obedient}`, 'timeout-minutes: 2'), { clock: impatientClock(120_000) });
    const run = await stage.play();
    expect([run.conclusion, run.jobs[0]?.annotations[0]?.message]).toEqual([
      'cancelled',
      'The job has exceeded the maximum execution time of 2 minutes.',
    ]);
  });
});

describe('a concurrency group', () => {
  const grouped = (settings: string, name = 'test'): string =>
    `name: ${name}\non: push\nconcurrency: ${settings}\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo ready $GITHUB_RUN_ID; [ $GITHUB_RUN_ID = 1 ] && ${obedient} || true" }] } }`;

  test('lets the newest wait, and cancels the one that waited', async () => {
    const stage = openStage(grouped('deploy-${{ github.ref }}'));
    const first = stage.play();
    await stage.printed('ready 1');
    const [second, third] = [stage.play(), stage.play()];
    expect(await second).toMatchObject({ id: 2, conclusion: 'cancelled', jobs: [] });
    expect(stage.runner.isRunning(3)).toBe(true);
    stage.runner.cancel(1);
    expect([(await first).conclusion, (await third).conclusion]).toEqual(['cancelled', 'success']);
    expect(stage.lines()).toEqual(['ready 1', 'ready 3']);
  });

  test('is joined in the order of the events, however many come at once', async () => {
    const stage = openStage(grouped('deploy').replace(`${obedient}`, 'true'));
    const shas = Array.from({ length: 12 }, (_, index) => index.toString(16).repeat(40));
    const runs = await Promise.all(shas.map((sha) => stage.play({ sha })));
    expect(runs.map(({ id }) => id)).toEqual(shas.map((_, index) => index + 1));
  });

  test('cancels what is in progress when it is told to', async () => {
    const stage = openStage(grouped('{ group: deploy, cancel-in-progress: "${{ github.ref_name == \'main\' }}" }'));
    const first = stage.play();
    await stage.printed('ready 1');
    const second = await stage.play();
    expect([(await first).conclusion, second.conclusion]).toEqual(['cancelled', 'success']);
  });

  test('of a job holds that job only', async () => {
    const stage = openStage(`
on: push
jobs:
  read: { runs-on: ubuntu-latest, steps: [{ run: "echo read $GITHUB_RUN_ID" }] }
  write: { runs-on: ubuntu-latest, concurrency: staging, steps: [{ run: "echo write $GITHUB_RUN_ID; [ $GITHUB_RUN_ID = 1 ] && ${obedient} || true" }] }
`);
    const first = stage.play();
    await stage.printed('write 1');
    const second = stage.play();
    await stage.printed('read 2');
    expect(stage.lines()).not.toContain('write 2');
    expect(stage.events).toContainEqual(expect.objectContaining({ kind: 'job-waiting', for: 'group', name: 'staging' }));
    stage.runner.cancel(1);
    await first;
    expect(conclusions(await second)).toEqual({ read: 'success', write: 'success' });
  });

  test('that a workflow and its job share is a deadlock, and is told', async () => {
    const run = await openStage(
      'on: push\nconcurrency: one\njobs: { a: { runs-on: ubuntu-latest, concurrency: ONE, steps: [{ run: echo }] } }',
    ).play();
    expect([run.conclusion, run.jobs[0]?.annotations[0]?.message]).toEqual(['cancelled', expect.stringContaining('deadlock')]);
  });
});

describe('a runner that dies', () => {
  test('takes its processes along at once, and performs nothing more', async () => {
    const post = {
      'act/action.yml': 'name: a\ndescription: a\nruns: { using: node24, main: main.js, post: main.js }',
      'act/main.js': 'console.log("act")',
    };
    const stage = openStage(
      `on: push
jobs:
  main:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/files@v1
      - uses: ./act
      - run: "trap 'echo asked' INT TERM; echo group $$; ${wait}"
      - { if: always(), run: echo never }
  report: { needs: main, if: failure(), runs-on: ubuntu-latest, steps: [{ run: echo reported }] }
`,
      { standIns: { 'acme/files': placeFiles(post) } },
    );
    const playing = stage.play();
    await stage.printed('group ');
    const group = Number(stage.lines().at(-1)?.split(' ')[1]);
    stage.runner.killRun(1);
    const run = await playing;
    expect(conclusions(run)).toEqual({ main: 'failure', report: 'success' });
    expect(await nobodyLivesIn(group)).toBe(true);
    expect(stage.lines().slice(1)).toEqual(['act', `group ${group}`, 'reported']);
    expect(stage.revoked).toHaveLength(2);
  });
});

test('what a step leaves in the background lives until its job ends', async () => {
  const stage = openStage(
    jobOf(`
- run: |
    sleep 60 > /dev/null 2>&1 &
    echo "$!" > pid; echo "$$"
- run: kill -0 $(cat pid) && echo alive
`),
  );
  await stage.play();
  const [group, alive] = stage.lines();
  expect(alive).toBe('alive');
  expect(await nobodyLivesIn(Number(group))).toBe(true);
});
