// Secrets Manager: what is asked, and what its answers mean; the value of a secret is never asked for.
import { describe, expect, test } from '@jest/globals';
import { openSecrets } from '../../../src/adapters/aws/secrets.ts';
import { failureOf } from '../terraform/support.ts';
import { refusal, withScriptedAws } from './scripted-aws.ts';

describe('Secrets Manager', () => {
  const aws = withScriptedAws();
  const open = () => openSecrets(aws.config());

  test('tells the versions of a secret by their stages', async () => {
    const stages = { v1: ['AWSPREVIOUS'], v2: ['AWSCURRENT', 'AWSPENDING'] };
    aws.answer({
      body: { ARN: 'arn', Name: 'rds!cluster-1', RotationEnabled: true, LastRotatedDate: 1769860800, VersionIdsToStages: stages },
    });
    expect(await open().describe('arn')).toEqual({
      arn: 'arn',
      name: 'rds!cluster-1',
      isRotationEnabled: true,
      lastRotatedAt: '2026-01-31T12:00:00.000Z',
      versions: [
        { id: 'v1', stages: ['AWSPREVIOUS'] },
        { id: 'v2', stages: ['AWSCURRENT', 'AWSPENDING'] },
      ],
    });
    expect(aws.asked().map(({ operation }) => operation)).toEqual(['DescribeSecret']);
  });

  test('knows nothing of a secret, and little of a new one', async () => {
    aws.answer(refusal(400, 'ResourceNotFoundException'), { body: { ARN: 'arn', Name: 'new' } });
    expect(await open().describe('arn')).toBeUndefined();
    expect(await open().describe('arn')).toEqual({ arn: 'arn', name: 'new', isRotationEnabled: false, versions: [] });
  });

  test('rotates at once, with the token', async () => {
    aws.answer({ body: {} });
    await open().rotate('arn', 'a'.repeat(32));
    const asked = JSON.parse(aws.asked()[0]?.body ?? '');
    expect(asked).toEqual({ SecretId: 'arn', ClientRequestToken: 'a'.repeat(32), RotateImmediately: true });
  });

  test.each([
    ['InvalidRequestException', 'aws/request-failed'],
    ['AccessDeniedException', 'aws/access-denied'],
    ['ResourceNotFoundException', 'aws/request-failed'],
  ])('refuses to rotate: %s', async (name, code) => {
    aws.answer(refusal(400, name));
    expect(await failureOf(open().rotate('arn', 'a'.repeat(32)))).toMatchObject({ code });
  });
});
