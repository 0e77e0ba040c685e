// The acts of the pull requests, and what must have come of each.
import { asReviewed, forgotten, moreCapacity, stealer, stricterHealthCheck } from './changes.ts';
import { expectComment, expectNoComment, expectNothing, expectRun } from './expectations.ts';
import { act, type Play, propose, pushMore, workflow } from './play.ts';
import { maintainer, stranger } from './stage.ts';

const allGood = { synth: 'success', gate: 'success', plan: 'success', preview: 'success', destroy: 'skipped' } as const;
const onlyDestroyed = { synth: 'skipped', gate: 'skipped', plan: 'skipped', preview: 'skipped', destroy: 'success' } as const;

const branch = 'health-check';

export async function openPullRequest(play: Play): Promise<number> {
  const { stage } = play;
  let number = 0;
  await act(play, 'open', 'Open a pull request: plan and preview', async () => {
    number = await propose(play, {
      branch,
      title: 'Find sick tasks sooner',
      body: 'Half of the health check interval, and more time to finish requests.',
      edits: stricterHealthCheck,
      about: 'A developer opens a pull request, pushes to it, and closes it.',
    });
    expectRun(await stage.settled(), workflow, allGood, stage.recorder);
    const { id } = expectComment(stage.github, number, ['to change', 'interval', '### Preview: live']);
    const tagged = await play.tagged(number);
    if (tagged.length === 0) expectNothing('the empty list of what the preview is made of', ['(nothing carries its tags)']);
    return `#${number}: comment ${id}, preview of ${tagged.length} tagged resources is live`;
  });
  return number;
}

export async function pushToIt(play: Play, number: number): Promise<void> {
  const { stage } = play;
  const before = expectComment(stage.github, number, []);
  await act(play, 'push', 'Push to it: the comment and the preview follow', async () => {
    const sha = await pushMore(stage, branch, asReviewed, 'Give up on a task after two failures');
    expectRun(await stage.settled(), workflow, allGood, stage.recorder);
    const after = expectComment(stage.github, number, [sha.slice(0, 7), 'unhealthy_threshold', '### Preview: live']);
    if (after.id !== before.id) expectNothing('a second comment', [after.body]);
    return `comment ${after.id} edited ${after.history.length - before.history.length} times, none added`;
  });
}

/** @returns the number of the one from a fork */
export async function strangers(play: Play): Promise<number> {
  const { stage } = play;
  let fork = 0;
  await act(play, 'strangers', 'A fork, and a pull request that wants to steal credentials', async () => {
    fork = await propose(play, {
      branch: 'faster-timeout',
      title: 'Time out a little sooner',
      body: 'From somebody whom nobody knows.',
      edits: moreCapacity,
      about: 'A pull request from a fork: synthesized and held against the rules, without credentials; no plan, no preview.',
      stranger,
    });
    const hostile = await propose(play, {
      branch: 'cache-warmup',
      title: 'Warm up the cache',
      body: 'Just a small helper script.',
      edits: stealer,
      about: 'A pull request whose stacks would run programs beside credentials: the gate refuses it before anything is planned.',
    });
    const runs = await stage.settled();
    const refOf = (number: number) => `refs/pull/${number}/merge`;
    const noCredentials = { synth: 'success', gate: 'success', plan: 'skipped', preview: 'skipped' } as const;
    expectRun(runs, workflow, noCredentials, stage.recorder, refOf(fork));
    expectNoComment(stage.github, fork);
    const refused = { synth: 'success', gate: 'failure', plan: 'skipped', preview: 'skipped' } as const;
    expectRun(runs, workflow, refused, stage.recorder, refOf(hostile));
    expectComment(stage.github, hostile, ['Refused by the synth gate', 'external', 'provisioner']);
    for (const number of [fork, hostile]) expectNothing(`a preview of #${number}`, await play.tagged(number));
    return `#${fork} from a fork: no credentials, no preview; #${hostile}: refused by the gate`;
  });
  return fork;
}

export async function openForgotten(play: Play): Promise<number> {
  const { stage } = play;
  let number = 0;
  await act(play, 'another', 'Open another one, which will be forgotten', async () => {
    number = await propose(play, {
      branch: 'patience',
      title: 'Be slower to trust a task',
      body: 'An experiment.',
      edits: forgotten,
      about:
        'A pull request that nobody looks after: main moves on, GitHub starts no workflow for it, and the reaper removes its preview.',
    });
    expectRun(await stage.settled(), workflow, allGood, stage.recorder);
    expectComment(stage.github, number, ['### Preview: live']);
    return `#${number}: live`;
  });
  return number;
}

/** Its base moves on until it conflicts: GitHub starts no workflow for it any more, not even when it is closed. */
export async function forget(play: Play, number: number): Promise<void> {
  const { stage } = play;
  await act(play, 'forget', 'It conflicts with main, and is closed: GitHub starts no workflow', async () => {
    const files = Object.fromEntries(forgotten.map(({ path }) => [path, '// Moved away.\n']));
    stage.github.push({ by: maintainer, branch: 'main', files, message: 'Move the exposure away' });
    stage.github.closePullRequest({ by: maintainer, number });
    const runs = await stage.settled();
    expectNothing(
      'runs of a pull request with a conflict',
      runs.map(({ title }) => title),
    );
    return `#${number}: closed, and its preview of ${(await play.tagged(number)).length} resources still stands`;
  });
}

export async function closeIt(play: Play, number: number): Promise<void> {
  const { stage } = play;
  await act(play, 'close', 'Close the first one: its preview goes', async () => {
    stage.github.closePullRequest({ by: maintainer, number, merge: false });
    expectRun(await stage.settled(), workflow, onlyDestroyed, stage.recorder);
    expectComment(stage.github, number, ['### Preview: destroyed', 'Nothing of it is left']);
    expectNothing(`the preview of #${number}`, await play.tagged(number));
    return `#${number}: destroyed, 0 resources left`;
  });
}

export async function reap(play: Play, abandoned: number): Promise<void> {
  const { stage } = play;
  await act(play, 'reap', 'The reaper comes by', async () => {
    const schedule = { by: maintainer, cron: '23 * * * *', workflowPath: '.github/workflows/reaper.yml' };
    stage.github.runSchedule(schedule);
    expectRun(await stage.settled(), 'reaper.yml', { reap: 'success' }, stage.recorder);
    stage.recorder.note(abandoned, 'The reaper found the preview of a closed pull request, and removed it.');
    expectComment(stage.github, abandoned, ['### Preview: destroyed']);
    expectNothing(`the preview of #${abandoned}`, await play.tagged(abandoned));
    expectNothing('every lease, lock, slot and state of previews', await play.traces());
    return '0 resources, 0 states, 0 leases, 0 slots, 0 locks left';
  });
}
