// Zonal shifts: what is asked of ARC, and what its answers mean.
import { describe, expect, test } from '@jest/globals';
import { openZonalShifts } from '../../../src/adapters/aws/zonal-shifts.ts';
import { failureOf } from '../terraform/support.ts';
import { refusal, withScriptedAws } from './scripted-aws.ts';

const noon = Date.UTC(2026, 0, 31, 12) / 1000;

describe('ARC', () => {
  const aws = withScriptedAws();
  const open = () => openZonalShifts(aws.config());

  test('tells page by page of the shifts that are on', async () => {
    const shift = {
      zonalShiftId: 'a1',
      resourceIdentifier: 'arn:alb',
      awayFrom: 'euw2-az1',
      comment: 'FIS',
      startTime: noon,
      expiryTime: noon + 1800,
      status: 'ACTIVE',
    };
    aws.answer({ body: { items: [shift], nextToken: 'more' } }, { body: { items: [{ ...shift, zonalShiftId: 'a2' }] } });
    expect(await open().active()).toEqual(
      ['a1', 'a2'].map((id) => ({
        id,
        resource: 'arn:alb',
        awayFrom: 'euw2-az1',
        comment: 'FIS',
        startedAt: '2026-01-31T12:00:00.000Z',
        expiresAt: '2026-01-31T12:30:00.000Z',
      })),
    );
    const [first] = aws.asked();
    expect(first).toMatchObject({ method: 'GET', url: '/zonalshifts?maxResults=100&status=ACTIVE' });
    expect(first?.headers.authorization).toContain('/eu-west-2/arc-zonal-shift/aws4_request');
  });

  test('ends a shift', async () => {
    aws.answer({ body: { zonalShiftId: 'a1', status: 'CANCELED' } });
    await open().cancel('a1');
    expect(aws.asked()).toMatchObject([{ method: 'DELETE', url: '/zonalshifts/a1' }]);
  });

  test.each([
    ['it does not know', refusal(404, 'ResourceNotFoundException')],
    ['has ended', refusal(409, 'ConflictException', 'Not active', { reason: 'ZonalShiftStatusNotActive' })],
  ])('asked to end one that %s, has nothing to do', async (_, answer) => {
    aws.answer(answer);
    expect(await open().cancel('a1')).toBeUndefined();
    expect(aws.asked()).toHaveLength(1);
  });

  test.each([
    [refusal(409, 'ConflictException', 'Practice run', { reason: 'AutoShiftEnabled' }), 'aws/request-failed'],
    [refusal(403, 'AccessDeniedException'), 'aws/access-denied'],
    [refusal(403, 'ExpiredTokenException'), 'aws/credentials-expired'],
  ])('refuses to end it: %j', async (answer, code) => {
    aws.answer(answer);
    expect(await failureOf(open().cancel('a1'))).toMatchObject({ code });
  });
});
