// The pages of the tagging API: a way to the next page that is gone makes the search begin again, and not for ever.
import { describe, expect, test } from '@jest/globals';
import { mostAttempts } from '../../src/adapters/aws/persistent.ts';
import { openTaggedResources } from '../../src/adapters/aws/tagged-resources.ts';
import { refusal, withScriptedAws } from '../adapters/aws/scripted-aws.ts';

const page = (name: string, PaginationToken = '') => ({
  body: { PaginationToken, ResourceTagMappingList: [{ ResourceARN: `arn:aws:s3:::${name}`, Tags: [] }] },
});
const lost = {};
const expired = refusal(400, 'PaginationTokenExpiredException');

describe('a lost answer', () => {
  const { config, asked, answer } = withScriptedAws();
  const find = () => openTaggedResources(config()).find({ Service: ['pr-1'] });

  test('whose page cannot be asked for again', async () => {
    answer(page('one', 'next'), lost, expired, page('one', 'next'), page('two'));
    expect((await find()).map(({ arn }) => arn)).toEqual(['arn:aws:s3:::one', 'arn:aws:s3:::two']);
  });

  test('a way that is always gone', async () => {
    answer(...Array.from({ length: mostAttempts }, () => [page('one', 'next'), expired]).flat());
    await expect(find()).rejects.toMatchObject({ code: 'aws/request-failed' });
    expect(asked()).toHaveLength(2 * mostAttempts);
  });
});
