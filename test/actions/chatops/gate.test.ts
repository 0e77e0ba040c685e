// What comes of a comment: refused with a line, answered, or handed on; always told, and never half of it.
import { describe, expect, test } from '@jest/globals';
import { passComment } from '../../../src/actions/chatops/gate.ts';
import { runbooks } from '../../../src/runbooks/index.ts';
import { commentOf, commentOnIssue, head, openScene, runOf, type Scene } from './support/github.ts';

async function play(body: string, scene: Partial<Scene> = {}) {
  const world = openScene(scene);
  const outcome = await passComment(world, commentOf(body));
  return { outcome, told: world.told, requests: world.requests };
}

describe('an accepted command', () => {
  test('is seen, started, and handed on with all that its job needs', async () => {
    const { outcome, told } = await play('/preview extend 24h');
    expect(told).toEqual(['eyes', 'rocket']);
    expect(outcome).toMatchInlineSnapshot(`
{
  "kind": "accepted",
  "legs": [
    {
      "arguments": {
        "duration": "24h",
      },
      "by": "ada",
      "comment": 900,
      "commentUrl": "https://github.test/acme/platform/pull/7#issuecomment-900",
      "headSha": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "id": "900-1",
      "index": 1,
      "issue": 7,
      "job": "preview",
      "mode": "extend",
      "of": 1,
      "pullRequest": 7,
      "text": "/preview extend 24h",
    },
  ],
}
`);
  });

  test('brings the run that made the Terraform JSON of its commit', async () => {
    const { outcome } = await play('/plan');
    expect(outcome).toMatchObject({ kind: 'accepted', legs: [{ job: 'plan', headSha: head, runId: 41 }] });
  });

  test('takes at most six requests, and is acknowledged by the second', async () => {
    const { requests } = await play('/apply plan=3f9c0a71b2de');
    expect(requests).toEqual(['role of ada', 'react eyes', 'pull 7', 'runs of feature', 'react rocket']);
  });

  test('may be one of several, which keep their order', async () => {
    const { outcome } = await play('Please:\n/preview destroy\n/preview deploy\n\n/status');
    expect(outcome).toMatchObject({
      legs: [
        { id: '900-1', index: 1, of: 3, text: '/preview destroy', job: 'preview', mode: 'destroy' },
        { id: '900-2', index: 2, of: 3, text: '/preview deploy', job: 'deploy-preview', mode: 'deploy' },
        { id: '900-3', index: 3, of: 3, text: '/status', job: 'environment', mode: 'status' },
      ],
    });
  });
});

describe('help', () => {
  test('is answered on the spot', async () => {
    const { outcome, told, requests } = await play('/help preview destroy');
    expect(outcome).toEqual({ kind: 'answered' });
    expect(told).toEqual(['eyes', expect.stringMatching(/^reply: .*\/preview destroy/s), '+1']);
    expect(requests).not.toContain('pull 7');
  });

  test('is answered beside what is handed on', async () => {
    const { outcome, told } = await play('/help\n/plan');
    expect(outcome).toMatchObject({ kind: 'accepted', legs: [{ index: 1, of: 1 }] });
    expect(told).toEqual(['eyes', expect.stringContaining('reply: '), 'rocket']);
  });
});

describe('a refused command', () => {
  test.each<[string, string, Partial<Scene>, string]>([
    ['of a stranger', '/preview destroy', { role: 'read' }, '`/preview destroy` needs the role write; `ada` has read.'],
    [
      'whose argument is wrong',
      '/preview extend soon',
      {},
      expect.stringContaining('Usage: `/preview extend <duration>`') as never,
    ],
    ['on a pull request that is gone', '/plan', { pullRequest: 'gone' }, 'There is no such pull request any more.'],
    ['on a closed one', '/preview destroy', { pullRequest: { state: 'closed' } }, 'The pull request is closed.'],
    ['about a commit nobody has seen', '/plan', { runs: [] }, expect.stringContaining('The workflow has not run') as never],
    ['for an environment nobody plans', '/plan production', {}, 'Pull requests are planned against `staging` only.'],
  ])('%s gets a reaction and one line', async (_name, body, scene, line) => {
    const { outcome, told } = await play(body, scene);
    expect(outcome.kind).toBe('refused');
    expect(told.slice(0, 2)).toEqual(['eyes', 'confused']);
    expect(told.slice(2).map((each) => each.replace(/^reply: /, ''))).toEqual([line]);
  });

  test('keeps the good ones beside it from being started', async () => {
    const { outcome, told } = await play('/status\n/apply plan=3f9c0a71b2de', { role: 'write' });
    expect(outcome).toEqual({ kind: 'refused', because: ['`/apply` needs the role maintain; `ada` has write.'] });
    expect(told).not.toContain('rocket');
  });

  test('says everything that is wrong at once, but no more than a person reads', async () => {
    const { told } = await play('/plan a b c\n/lock\n/preview extend');
    expect(told[2]?.split('\n').map((line) => line.slice(0, 40))).toMatchInlineSnapshot(`
[
  "reply: - \`/plan a b c\`: nothing is expec",
  "- \`/plan a b c\`: \`environment\` has to be",
  "- \`/lock\`: \`reason\` is missing. Usage: \`",
  "- \`/preview extend\`: \`duration\` is missi",
]
`);
  });

  test('takes at most six requests', async () => {
    const late = await play('/plan', { runs: [runOf({ createdAt: '2026-11-22T11:00:00Z' })] });
    expect(late.requests).toEqual(['role of ada', 'react eyes', 'pull 7', 'runs of feature', 'react confused', 'reply']);
  });
});

describe('the configuration of the default branch', () => {
  const onlySre = JSON.stringify({ commands: { plan: { teams: ['sre'] } } });

  test.each([
    ['lets those pass whom it names', ['sre'], 'accepted'],
    ['refuses the others', [], 'refused'],
  ])('%s', async (_name, teams, kind) => {
    const { outcome, requests } = await play('/plan', { config: onlySre, teams });
    expect(outcome.kind).toBe(kind);
    expect(requests).toContain('ada in acme/sre');
  });

  test('refuses everything when it cannot be read, and says so where people look', async () => {
    const world = openScene({ config: '{' });
    await expect(passComment(world, commentOf('/status'))).rejects.toMatchObject({ code: 'chatops/config' });
    expect(world.told).toEqual(['eyes', 'confused', expect.stringContaining('.github/opsdeck.json')]);
  });
});

describe('running it again', () => {
  test('hands on the same commands, under the same ids', async () => {
    const [first, second] = [await play('/plan\n/status'), await play('/plan\n/status', { attempt: 2 })];
    expect(second.outcome).toEqual(first.outcome);
  });

  test('looks for the reply of the attempt before', async () => {
    expect((await play('/help', { attempt: 2 })).requests).toContain('earlier replies');
    expect((await play('/help')).requests).not.toContain('earlier replies');
  });
});

describe('where the workflow has no job for it', () => {
  const absentJobs = ['runbook', 'game-day'];

  test('a command is not offered', async () => {
    const { told } = await play('/help', { absentJobs });
    expect(told.join('\n')).toContain('/preview deploy');
    expect(told.join('\n')).not.toContain('/runbook');
  });

  test('it is refused, and told why', async () => {
    const { told } = await play('/runbook run ecs-scale desired=4', { absentJobs });
    expect(told.at(-1)).toBe('reply: `/runbook run` is not set up in this repository: no workflow of it performs that.');
  });

  test('a rule for it is no mistake', async () => {
    const config = JSON.stringify({ commands: { 'game-day run': { permission: 'admin' } } });
    expect((await play('/plan', { absentJobs, config })).outcome.kind).toBe('accepted');
  });
});

test('what GitHub cannot tell is no silence: the line says what to do', async () => {
  const world = openScene();
  const broken = { ...world, pullRequests: { ...world.pullRequests, get: () => Promise.reject(new Error('boom')) } };
  await expect(passComment(broken, commentOf('/plan'))).rejects.toThrow('boom');
  expect(world.told).toEqual(['eyes', 'confused', 'reply: This is a bug in opsdeck: see the log of the run.']);
});

describe('on an issue', () => {
  async function playOnIssue(body: string, place: Parameters<typeof commentOnIssue>[1] = {}, scene: Partial<Scene> = {}) {
    const world = openScene(scene);
    const outcome = await passComment(world, commentOnIssue(body, place));
    return { outcome, told: world.told, requests: world.requests };
  }

  test('a command is handed on without a commit, and without asking for a pull request', async () => {
    const { outcome, told, requests } = await playOnIssue('/status');
    expect(requests).toEqual(['role of ada', 'react eyes', 'react rocket']);
    expect(told).toEqual(['eyes', 'rocket']);
    expect(outcome).toEqual({
      kind: 'accepted',
      legs: [
        {
          id: '900-1',
          comment: 900,
          commentUrl: 'https://github.test/acme/platform/issues/8#issuecomment-900',
          index: 1,
          of: 1,
          job: 'environment',
          text: '/status',
          mode: 'status',
          by: 'ada',
          issue: 8,
          arguments: {},
        },
      ],
    });
  });

  test.each<[string, string, Parameters<typeof commentOnIssue>[1], Partial<Scene>, string]>([
    ['what is about a pull request', '/plan', {}, {}, '`/plan` is about a pull request: give it there.'],
    [
      'what a stranger asks for',
      '/rollback reason="x"',
      {},
      { role: 'none' },
      '`/rollback` needs the role maintain; `ada` has none.',
    ],
    ['what changes something, on a closed one', '/rollback reason="x"', { isClosed: true }, {}, 'The issue is closed.'],
    ['an acknowledgement of a closed incident', '/ack', { isClosed: true }, {}, 'The issue is closed.'],
    [
      'an acknowledgement of what anybody has opened and labelled',
      '/ack',
      { openedBy: 'eve' },
      {},
      '`/ack` is about an incident: give it on the issue that the alarm has opened.',
    ],
    [
      'an acknowledgement of another issue of ours',
      '/ack',
      { labels: ['drift', 'incidents'] },
      {},
      '`/ack` is about an incident: give it on the issue that the alarm has opened.',
    ],
  ])('is refused: %s', async (_name, body, place, scene, line) => {
    const { outcome, told } = await playOnIssue(body, place, scene);
    expect(outcome).toEqual({ kind: 'refused', because: [line] });
    expect(told).toEqual(['eyes', 'confused', `reply: ${line}`]);
  });

  test('what only reads, or ends something, is taken on a closed one, too', async () => {
    for (const body of ['/status', '/game-day abort', '/runbook resume service --undo']) {
      expect((await playOnIssue(body, { isClosed: true })).outcome.kind).toBe('accepted');
    }
  });

  test('an incident is acknowledged, and looked after by whoever does it', async () => {
    expect((await playOnIssue('/ack')).requests).toEqual(['role of ada', 'react eyes', 'react rocket', 'assign 8 to ada']);
    expect((await playOnIssue('/ack')).outcome).toMatchObject({
      kind: 'accepted',
      legs: [{ job: 'runbook', mode: 'ack', issue: 8 }],
    });
  });

  test('nobody is assigned for anything else, and a name that cannot be set keeps nobody from it', async () => {
    expect((await playOnIssue('/status')).requests).not.toContain('assign 8 to ada');
    const world = openScene();
    const broken = { ...world, assignees: { add: () => Promise.reject(new Error('boom')) } };
    expect((await passComment(broken, commentOnIssue('/ack'))).kind).toBe('accepted');
  });

  test('and on a pull request there is none', async () => {
    expect((await play('/ack')).outcome).toEqual({
      kind: 'refused',
      because: ['`/ack` is about an incident: give it on the issue that the alarm has opened.'],
    });
  });
});

describe('runbooks', () => {
  test('are listed on the spot, all of them or one with what it asks for', async () => {
    const all = await play('/runbook list', { role: 'write' });
    expect(all.outcome).toEqual({ kind: 'answered' });
    expect(all.told[1]).toMatch(/^reply: .*`ecs-scale`.*`waf-block-ip`/s);
    const [, one] = (await play('/runbook list ecs-scale')).told;
    expect(one).toContain('| `desired` |');
  });

  test('are handed on with their inputs as texts', async () => {
    const { outcome } = await play('/runbook run ecs-scale environment=production desired=12 reason="exam at nine"');
    expect(outcome).toMatchObject({
      legs: [
        {
          job: 'runbook',
          mode: 'run',
          text: '/runbook run ecs-scale environment=production desired=12 reason="exam at nine"',
          arguments: { runbook: 'ecs-scale', environment: 'production', inputs: '{"desired":"12"}', reason: 'exam at nine' },
        },
      ],
    });
  });

  test('are for those alone whom each of them lets run it', async () => {
    const failover = runbooks.find(({ id }) => id === 'aurora-failover');
    expect(failover?.permission).toBe('maintain');
    const { outcome } = await play('/runbook run aurora-failover', { role: 'write' });
    expect(outcome).toEqual({
      kind: 'refused',
      because: ['`/runbook run aurora-failover` needs the role maintain; `ada` has write.'],
    });
  });

  test('may be given to others by the configuration', async () => {
    const config = JSON.stringify({ commands: { 'runbook run aurora-failover': { permission: 'write' } } });
    expect((await play('/runbook run aurora-failover', { role: 'write', config })).outcome.kind).toBe('accepted');
  });
});
