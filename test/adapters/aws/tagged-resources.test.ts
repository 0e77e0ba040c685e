// What carries our tags, as the tagging API tells it.
import { CreateBucketCommand, PutBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { openTaggedResources } from '../../../src/adapters/aws/tagged-resources.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf } from '../terraform/support.ts';
import { credentials, withEmulator } from './support.ts';

describeWith(['moto_server'], 'tagged resources', () => {
  const config = withEmulator(async (client) => {
    const s3 = new S3Client({ ...client, forcePathStyle: true });
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-2' } as const;
    const buckets = [
      ['one', 'pr-1', 'staging'],
      ['two', 'pr-2', 'staging'],
      ['three', 'app', 'pr-2'],
    ] as const;
    for (const [Bucket, service, environment] of buckets) {
      await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
      const TagSet = [
        { Key: 'Service', Value: service },
        { Key: 'Environment', Value: environment },
      ];
      await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    }
  });

  test.each([
    [{ Service: ['pr-1', 'pr-2'] }, ['one', 'two']],
    [{ Service: ['pr-2'], Environment: ['staging'] }, ['two']],
    [{ Environment: [] }, ['one', 'three', 'two']],
    [{ Service: ['pr-3'] }, []],
  ])('%j', async (filters, names) => {
    const found = await openTaggedResources(config()).find(filters);
    expect(found.map(({ arn }) => arn.split(':').at(-1)).sort()).toEqual(names);
  });

  test('come with their tags', async () => {
    expect(await openTaggedResources(config()).find({ Service: ['pr-1'] })).toEqual([
      { arn: 'arn:aws:s3:::one', tags: { Service: 'pr-1', Environment: 'staging' } },
    ]);
  });
});

test('a tagging API that does not answer', async () => {
  const unreachable = openTaggedResources({ region: 'eu-west-2', endpoint: 'http://127.0.0.1:1', credentials });
  expect(await failureOf(unreachable.find({ Service: ['pr-1'] }))).toMatchObject({
    code: 'aws/unreachable',
    message: 'Could not look for tagged resources: nothing answers there.',
  });
});
