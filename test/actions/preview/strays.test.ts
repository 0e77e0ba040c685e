// What is astray, and the configurations that it is imported and destroyed with.
import { describe, expect, test } from '@jest/globals';
import { decideStanding } from '../../../src/actions/preview/standing.ts';
import { decideStrays, withoutLingering } from '../../../src/actions/preview/strays.ts';
import { addressOf, tombstone } from '../../../src/actions/preview/tombstone.ts';
import { settings } from './support/world.ts';

const at = 'eu-west-2:123456789012';
const group = (name: string) => ({ arn: `arn:aws:logs:${at}:log-group:${name}`, tags: {} });
const task = (revision: number) => ({ arn: `arn:aws:ecs:${at}:task-definition/app:${revision}`, tags: {} });
const role = { resourceType: 'aws_iam_role', importId: 'app-task' };

describe('astray is', () => {
  test('what no state knows', () => {
    const known = [{ address: 'a.b', resourceType: 'aws_cloudwatch_log_group', id: '/a', arn: group('/a').arn }];
    expect(decideStrays({ tagged: [group('/a'), group('/b')], known, named: [] })).toEqual({
      adoptees: [{ resourceType: 'aws_cloudwatch_log_group', importId: '/b' }],
      unknown: [],
    });
  });

  test('nothing that a state knows by its id alone, as it does an ECS service', () => {
    const arn = `arn:aws:ecs:${at}:service/assess-staging/assess-staging-pr-1`;
    const known = [{ address: 'a.b', resourceType: 'aws_ecs_service', id: arn }];
    expect(decideStrays({ tagged: [{ arn, tags: {} }], known, named: [] })).toEqual({ adoptees: [], unknown: [] });
  });

  test('what may be there by its name, unless a state knows it under whatever id', () => {
    const target = { resourceType: 'aws_appautoscaling_target', importId: 'ecs/service/c/s/x', stateId: 'service/c/s' };
    const known = [{ address: 'a.b', resourceType: 'aws_appautoscaling_target', id: 'service/c/s' }];
    expect(decideStrays({ tagged: [], known, named: [role, target] }).adoptees).toEqual([role]);
  });

  test('something once, however often it is found', () => {
    expect(decideStrays({ tagged: [group('/a'), group('/a')], known: [], named: [role, role] }).adoptees).toHaveLength(2);
  });

  test('of task definitions the newest at most', () => {
    const [adoptee, ...others] = decideStrays({ tagged: [task(9), task(10), task(2)], known: [], named: [] }).adoptees;
    expect([adoptee?.importId, others]).toEqual([task(10).arn, []]);
  });

  test('for a person what no row fits', () => {
    const arn = `arn:aws:dynamodb:${at}:table/x`;
    expect(decideStrays({ tagged: [{ arn, tags: {} }], known: [], named: [] })).toEqual({ adoptees: [], unknown: [arn] });
  });
});

test('after runs that ended well, what lingers is left out', () => {
  expect(withoutLingering([task(1), group('/a'), { arn: `arn:aws:kms:${at}:key/1`, tags: {} }])).toEqual([group('/a')]);
});

describe('a configuration', () => {
  test('to destroy with knows the state, and nothing else', () => {
    expect(tombstone({ settings, pullRequest: 7, state: 'service' })).toMatchInlineSnapshot(`
{
  "provider": {
    "aws": [
      {
        "region": "eu-west-2",
      },
    ],
  },
  "terraform": {
    "backend": {
      "s3": {
        "bucket": "state",
        "encrypt": true,
        "key": "previews/pr-7/service.tfstate",
        "region": "eu-west-2",
        "use_lockfile": true,
      },
    },
    "required_providers": {
      "aws": {
        "source": "hashicorp/aws",
        "version": "5.100.0",
      },
    },
    "required_version": ">= 1.11",
  },
}
`);
  });

  test('to import with has a block for each', () => {
    const adoptees = [role, { resourceType: 'aws_sqs_queue', importId: 'q' }, { ...role, importId: 'app-execution' }];
    const { resource } = tombstone({ settings, pullRequest: 7, state: 'strays', adoptees });
    expect(resource).toEqual({ aws_iam_role: { stray_1: {}, stray_3: {} }, aws_sqs_queue: { stray_2: {} } });
    expect(adoptees.map(addressOf)).toEqual(['aws_iam_role.stray_1', 'aws_sqs_queue.stray_2', 'aws_iam_role.stray_3']);
  });
});

test.each([
  [undefined, { kind: 'closed' }],
  [{ state: 'closed', headSha: 'a' }, { kind: 'closed' }],
  [{ state: 'open', headSha: 'a' }, { kind: 'current' }],
  [
    { state: 'open', headSha: 'b' },
    { kind: 'superseded', by: 'b' },
  ],
] as const)('the pull request %j makes a deploy of a %j', (pullRequest, standing) => {
  expect(decideStanding(pullRequest, { headSha: 'a' })).toEqual(standing);
});
