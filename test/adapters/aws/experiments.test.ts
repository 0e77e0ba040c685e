// Experiments of FIS: what is asked, what its answers mean, and what happens on a bad day.
import { describe, expect, test } from '@jest/globals';
import { openExperiments } from '../../../src/adapters/aws/experiments.ts';
import { failureOf } from '../terraform/support.ts';
import { type Asked, refusal, withScriptedAws } from './scripted-aws.ts';

const noon = Date.UTC(2026, 0, 31, 12) / 1000;

const running = {
  id: 'EXP1',
  experimentTemplateId: 'EXT1',
  state: { status: 'running', reason: 'Experiment is running.' },
  creationTime: noon,
  startTime: noon + 2.5,
  tags: { Drill: 'az-failure' },
  actions: {
    fence: { actionId: 'aws:network:disrupt-connectivity', state: { status: 'running', reason: 'On it.' }, startTime: noon + 3 },
    stop: { actionId: 'aws:ecs:stop-task', state: { status: 'pending' } },
    cache: { actionId: 'aws:fis:wait', state: { status: 'skipped', reason: 'Empty' }, startTime: noon + 3, endTime: noon + 4 },
  },
};
const ended = { ...running, id: 'EXP0', state: { status: 'completed' } };

const to = (method: string, path: string) => (asked: Asked) => asked.method === method && asked.url.split('?')[0] === path;

describe('FIS', () => {
  const aws = withScriptedAws();
  const open = () => openExperiments(aws.config());
  const asked = () => aws.asked().map(({ method, url }) => `${method} ${url}`);

  test('tells how an experiment goes', async () => {
    aws.answer({ body: { experiment: running } });
    expect(await open().get('EXP1')).toEqual({
      id: 'EXP1',
      templateId: 'EXT1',
      status: 'running',
      reason: 'Experiment is running.',
      createdAt: '2026-01-31T12:00:00.000Z',
      startedAt: '2026-01-31T12:00:02.500Z',
      tags: { Drill: 'az-failure' },
      actions: [
        {
          name: 'fence',
          actionId: 'aws:network:disrupt-connectivity',
          status: 'running',
          reason: 'On it.',
          startedAt: '2026-01-31T12:00:03.000Z',
        },
        { name: 'stop', actionId: 'aws:ecs:stop-task', status: 'pending' },
        {
          name: 'cache',
          actionId: 'aws:fis:wait',
          status: 'skipped',
          reason: 'Empty',
          startedAt: '2026-01-31T12:00:03.000Z',
          endedAt: '2026-01-31T12:00:04.000Z',
        },
      ],
    });
  });

  test('has a status that is new: it is no end', async () => {
    aws.answer({ body: { experiment: { ...running, state: { status: 'pausing' } } } });
    expect(await open().get('EXP1')).toMatchObject({ status: 'running' });
  });

  test('knows nothing of an experiment', async () => {
    aws.answer(refusal(404, 'ResourceNotFoundException'));
    expect(await open().get('EXP9')).toBeUndefined();
  });

  test('answers with something else', async () => {
    aws.answer({ body: {} });
    expect(await failureOf(open().get('EXP1'))).toMatchObject({
      code: 'aws/request-failed',
      message: 'Could not read the experiment EXP1: FIS told of an experiment without an id.',
    });
  });

  describe('starts', () => {
    const request = { templateId: 'EXT1', clientToken: 'token-1', isPreview: false, tags: { Run: '1' } };

    test('an experiment', async () => {
      aws.answer({ body: { experiment: running } });
      expect(await open().start(request)).toMatchObject({ id: 'EXP1', status: 'running' });
      expect(asked()).toEqual(['POST /experiments']);
      expect(JSON.parse(aws.asked()[0]?.body ?? '')).toEqual({
        clientToken: 'token-1',
        experimentTemplateId: 'EXT1',
        tags: { Run: '1' },
      });
    });

    test('a preview, which does nothing', async () => {
      aws.answer({ body: { experiment: { ...running, experimentOptions: { actionsMode: 'skip-all' } } } });
      await open().start({ ...request, isPreview: true });
      expect(JSON.parse(aws.asked()[0]?.body ?? '')).toMatchObject({ experimentOptions: { actionsMode: 'skip-all' } });
    });

    test('the real thing in place of a preview: it is stopped at once', async () => {
      aws.answer({ body: { experiment: running } }, { body: { experiment: running } });
      expect(await failureOf(open().start({ ...request, isPreview: true }))).toMatchObject({ code: 'fis/no-preview' });
      expect(asked()).toEqual(['POST /experiments', 'DELETE /experiments/EXP1']);
    });

    test('it with the same token when the first answer got lost', async () => {
      aws.answer({}, { body: { experiment: running } });
      await open().start(request);
      expect(aws.asked().map(({ body }) => JSON.parse(body).clientToken)).toEqual(['token-1', 'token-1']);
    });

    test('nothing without permission', async () => {
      aws.answer(refusal(403, 'AccessDeniedException', 'User is not authorized'));
      expect(await failureOf(open().start(request))).toMatchObject({
        code: 'aws/access-denied',
        message: 'Could not start an experiment of EXT1: AWS denied it.',
        next: expect.stringContaining('fis:StartExperiment and fis:TagResource'),
      });
    });
  });

  describe('is asked to stop', () => {
    test('an experiment', async () => {
      aws.answer({ body: { experiment: { ...running, state: { status: 'stopping' } } } });
      await open().stop('EXP1');
      expect(asked()).toEqual(['DELETE /experiments/EXP1']);
    });

    test.each([
      ['has ended', { body: { experiment: ended } }],
      ['is stopping', { body: { experiment: { ...running, state: { status: 'stopping' } } } }],
      ['it has forgotten', refusal(404, 'ResourceNotFoundException')],
    ])('one that %s: nothing more is needed', async (_, answer) => {
      aws.answer(refusal(400, 'ValidationException', 'Cannot be stopped'), answer);
      await open().stop('EXP1');
      expect(asked()).toEqual(['DELETE /experiments/EXP1', 'GET /experiments/EXP1']);
    });

    test('one that runs on', async () => {
      aws.answer(refusal(400, 'ValidationException', 'Not now'), { body: { experiment: running } });
      expect(await failureOf(open().stop('EXP1'))).toMatchObject({ message: 'Could not stop the experiment EXP1: Not now.' });
    });

    test('while it throttles', async () => {
      aws.answer(refusal(429, 'TooManyRequestsException'), refusal(400, 'ThrottlingException'), { body: {} });
      await open().stop('EXP1');
      expect(asked()).toHaveLength(3);
    });

    test('with credentials that have expired', async () => {
      aws.answer(refusal(403, 'ExpiredTokenException', 'The security token included in the request is expired'));
      expect(await failureOf(open().stop('EXP1'))).toMatchObject({ code: 'aws/credentials-expired' });
    });

    test('and the credentials expire in between', async () => {
      aws.answer(refusal(400, 'ValidationException'), refusal(403, 'ExpiredTokenException'));
      expect(await failureOf(open().stop('EXP1'))).toMatchObject({ code: 'aws/credentials-expired' });
    });
  });

  test('tells page by page which experiments have not ended', async () => {
    aws.answer(
      { to: to('GET', '/experiments'), body: { experiments: [ended, running], nextToken: 'more' } },
      {
        to: to('GET', '/experiments'),
        body: {
          experiments: [
            { ...running, id: 'EXP2' },
            { ...running, id: 'EXP3' },
          ],
        },
      },
      { to: to('GET', '/experiments/EXP1'), body: { experiment: running } },
      // Since the list, one has ended, and one is no longer known.
      { to: to('GET', '/experiments/EXP2'), body: { experiment: { ...ended, id: 'EXP2' } } },
      { to: to('GET', '/experiments/EXP3'), ...refusal(404, 'ResourceNotFoundException') },
    );
    expect((await open().active()).map(({ id }) => id)).toEqual(['EXP1']);
    expect(asked().slice(0, 2)).toEqual(['GET /experiments?maxResults=100', 'GET /experiments?maxResults=100&nextToken=more']);
  });

  test('has templates, which are found by all of their tags', async () => {
    const summary = (id: string, tags: object) => ({ id, tags });
    const template = {
      id: 'EXT1',
      arn: 'arn:aws:fis:eu-west-2:123456789012:experiment-template/EXT1',
      description: 'Loses a zone',
      tags: { Drill: 'az-failure', Zone: 'eu-west-2a' },
      lastUpdateTime: noon,
      stopConditions: [{ source: 'aws:cloudwatch:alarm', value: 'arn:alarm' }, { source: 'none' }],
      targets: { Subnets: { resourceType: 'aws:ec2:subnet', selectionMode: 'ALL' } },
      actions: { fence: { actionId: 'aws:network:disrupt-connectivity', parameters: { scope: 'all' } } },
    };
    aws.answer(
      {
        body: {
          experimentTemplates: [
            summary('EXT1', template.tags),
            summary('EXT2', { Drill: 'az-failure', Zone: 'eu-west-2b' }),
            summary('EXT3', {}),
          ],
          nextToken: 'more',
        },
      },
      { body: { experimentTemplates: [summary('EXT4', template.tags)] } },
      { to: to('GET', '/experimentTemplates/EXT1'), body: { experimentTemplate: template } },
      { to: to('GET', '/experimentTemplates/EXT4'), ...refusal(404, 'ResourceNotFoundException') },
    );
    expect(await open().templates({ Drill: 'az-failure', Zone: 'eu-west-2a' })).toEqual([
      {
        id: 'EXT1',
        arn: template.arn,
        description: 'Loses a zone',
        tags: template.tags,
        lastUpdatedAt: '2026-01-31T12:00:00.000Z',
        stopAlarmArns: ['arn:alarm'],
        targets: { Subnets: { resourceType: 'aws:ec2:subnet' } },
        actions: { fence: { actionId: 'aws:network:disrupt-connectivity' } },
      },
    ]);
  });

  test('tells what it would hit', async () => {
    const subnet = { targetName: 'Subnets', resourceType: 'aws:ec2:subnet', targetInformation: { subnetArn: 'arn:1' } };
    aws.answer({ body: { resolvedTargets: [subnet], nextToken: 'more' } }, { body: { resolvedTargets: [] } });
    expect(await open().resolvedTargets('EXP1')).toEqual([
      { target: 'Subnets', resourceType: 'aws:ec2:subnet', facts: { subnetArn: 'arn:1' } },
    ]);
  });

  test.each([
    ['does not offer it', { status: 501, body: '' }],
    ['never heard of it', { status: 404, body: '<html>Not found</html>' }],
  ])('%s: neither targets nor the lever are known', async (_, answer) => {
    aws.answer(answer, answer);
    expect(await open().resolvedTargets('EXP1')).toBeUndefined();
    expect(await open().safetyLever()).toBe('unknown');
  });

  test.each([
    ['engaged', 'engaged'],
    ['engaging', 'engaged'],
    ['disengaged', 'disengaged'],
    ['stuck', 'unknown'],
  ])('has a lever that is %s: %s', async (status, state) => {
    aws.answer({ body: { safetyLever: { id: 'default', state: { status, reason: 'Why' } } } });
    expect(await open().safetyLever()).toBe(state);
    expect(asked()).toEqual(['GET /safetyLevers/default']);
  });

  test('engages its lever', async () => {
    aws.answer({ body: {} });
    await open().engageSafetyLever('Everything burns');
    expect(aws.asked()[0]).toMatchObject({
      method: 'PATCH',
      url: '/safetyLevers/default/state',
      body: '{"state":{"status":"engaged","reason":"Everything burns"}}',
    });
  });

  test('disengages its lever, not while it still stops something', async () => {
    aws.answer({ body: {} });
    await open().disengageSafetyLever('All is well');
    expect(aws.asked()[0]?.body).toBe('{"state":{"status":"disengaged","reason":"All is well"}}');
    const conflict = refusal(409, 'ConflictException', 'The safety lever is engaging');
    aws.answer(conflict, { body: { safetyLever: { state: { status: 'engaging' } } } });
    expect(await failureOf(open().disengageSafetyLever('All is well'))).toMatchObject({
      message: 'Could not disengage the safety lever: The safety lever is engaging.',
    });
  });

  test('engages it once: another reason is refused', async () => {
    const conflict = refusal(409, 'ConflictException', 'Already engaged');
    aws.answer(conflict, { body: { safetyLever: { state: { status: 'engaged' } } } });
    await open().engageSafetyLever('Again');
    aws.answer(conflict, { body: { safetyLever: { state: { status: 'disengaged' } } } });
    expect(await failureOf(open().engageSafetyLever('Again'))).toMatchObject({
      message: 'Could not engage the safety lever: Already engaged.',
    });
  });
});
