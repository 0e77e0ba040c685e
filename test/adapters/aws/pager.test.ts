// Pages by SNS: whatever form they come in, they are sent.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openPager } from '../../../src/adapters/aws/pager.ts';
import { failureOf } from '../terraform/support.ts';
import { queryRefusal, withScriptedAws } from './scripted-aws.ts';

const topicArn = 'arn:aws:sns:eu-west-2:123456789012:alerts';
const published = { body: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>' };

describe('SNS', () => {
  const aws = withScriptedAws();
  const open = () => openPager(aws.config());
  const sent = async (page: { subject: string; text: string }) => {
    aws.answer(published);
    await open().page({ topicArn, ...page });
    const { Subject, Message, TopicArn } = Object.fromEntries(new URLSearchParams(aws.asked().at(-1)?.body));
    expect(TopicArn).toBe(topicArn);
    return { subject: Subject ?? '', text: Message ?? '' };
  };

  test.each([
    ['Game day: rollback failed', 'Game day: rollback failed'],
    ['two\nlines\tand more ', 'two lines and more'],
    ['zürich – 🔥', 'z?rich ? ??'],
    ['', '(no subject)'],
    ['x'.repeat(101), 'x'.repeat(100)],
  ])('takes the subject %j', async (subject, taken) => {
    expect(await sent({ subject, text: 'Why' })).toEqual({ subject: taken, text: 'Why' });
  });

  test('takes as much of the text as it can', async () => {
    const { text } = await sent({ subject: 'Long', text: 'ä'.repeat(200_000) });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(256 * 1024);
    expect(text).toMatch(/^ä{131000,}$/);
    expect(await sent({ subject: 'Short', text: '' })).toMatchObject({ text: '(no text)' });
  });

  test('takes any subject', async () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    const check = async (subject: string) => expect((await sent({ subject, text: 'x' })).subject).toMatch(/^[!-~][ -~]{0,99}$/);
    await fc.assert(fc.asyncProperty(any, check), { numRuns: 50 });
  });

  test.each([
    ['NotFound', 'aws/request-failed'],
    ['AuthorizationError', 'aws/access-denied'],
    ['ExpiredToken', 'aws/credentials-expired'],
  ])('refuses: %s', async (name, code) => {
    aws.answer(queryRefusal(403, name));
    expect(await failureOf(open().page({ topicArn, subject: 'a', text: 'b' }))).toMatchObject({
      code,
      message: expect.stringContaining(`Could not page by ${topicArn}: `),
    });
  });

  test('throttles at first', async () => {
    aws.answer(queryRefusal(400, 'Throttled'), published);
    await open().page({ topicArn, subject: 'a', text: 'b' });
    expect(aws.asked()).toHaveLength(2);
  });
});
