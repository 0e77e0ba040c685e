// The state bucket while every third request goes wrong: the contract holds, and a write of one's own is known as such.
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AwsClientConfig } from '../../src/adapters/aws/client-config.ts';
import { openDocuments } from '../../src/adapters/aws/documents.ts';
import type { Documents } from '../../src/ports/documents.ts';
import { type FaultProxy, openFaultProxy } from '../../src/rehearsal/faults/proxy.ts';
import { withScriptedAws } from '../adapters/aws/scripted-aws.ts';
import { withEmulator } from '../adapters/aws/support.ts';
import { describeDocuments } from '../support/documents.ts';
import { describeWith } from '../support/needs.ts';

const seeds = Array.from({ length: 8 }, (_, index) => index + 1);
const delays = { slowMilliseconds: 5, retryAfterSeconds: 0 };

async function makeBucket(config: AwsClientConfig, name: string): Promise<void> {
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration: { LocationConstraint: 'eu-west-2' } }));
}

describeWith(['moto_server'], 'documents in S3, behind faults', () => {
  const config = withEmulator(async (client) => {
    for (const seed of seeds) await makeBucket(client, `seed-${seed}`);
  });

  describe.each(seeds)('seed %i', (seed) => {
    let proxy: FaultProxy;
    beforeEach(async () => {
      const upstream = config().endpoint ?? '';
      proxy = await openFaultProxy({ name: 'AWS', upstream, plan: { percent: 30, seed, delays } });
    });
    afterEach(() => proxy.close());
    const open = (): Documents => openDocuments({ bucket: `seed-${seed}`, client: { ...config(), endpoint: proxy.url } });

    describeDocuments(open);

    test('a lock is taken, renewed and given back, again and again', async () => {
      for (let run = 1; run <= 5; run += 1) {
        const lock = await open().create('lock.json', { run });
        const renewed = await open().replace('lock.json', { run, renewed: true }, lock ?? '');
        expect(await open().read('lock.json')).toEqual({ value: { run, renewed: true }, version: renewed });
        expect(await open().create('lock.json', { run: 'another' })).toBeUndefined();
        expect(await open().remove('lock.json', renewed)).toBe(true);
      }
      expect(await open().read('lock.json')).toBeUndefined();
    });
  });
});

describe('an answer that was lost', () => {
  const { config, asked, answer } = withScriptedAws();
  const documents = () => openDocuments({ bucket: 'state', client: config() });
  const lost = {};
  const refused = { status: 412, body: '<Error><Code>PreconditionFailed</Code><Message>No.</Message></Error>' };
  const gone = { status: 404, body: '<Error><Code>NoSuchKey</Code><Message>No.</Message></Error>' };
  const stands = (value: unknown) => ({ body: JSON.stringify(value), headers: { etag: '"7"' } });
  const methods = () => asked().map(({ method }) => method);

  test('of a write that was done: it is ours', async () => {
    answer(lost, refused, stands({ run: 1 }));
    expect(await documents().create('lock', { run: 1 })).toBe('"7"');
    answer(lost, refused, stands({ run: 2 }));
    expect(await documents().replace('lock', { run: 2 }, '"6"')).toBe('"7"');
    expect(methods()).toEqual(['PUT', 'PUT', 'GET', 'PUT', 'PUT', 'GET']);
  });

  test('of a write, while somebody else was faster: it is theirs', async () => {
    answer(lost, refused, stands({ run: 2 }), lost, refused, gone);
    expect(await documents().create('lock', { run: 1 })).toBeUndefined();
    expect(await documents().replace('lock', { run: 1 }, '"6"')).toBeUndefined();
  });

  test('and without one, nobody looks whose it is', async () => {
    answer(refused);
    expect(await documents().create('lock', { run: 1 })).toBeUndefined();
    expect(methods()).toEqual(['PUT']);
  });

  test('of a removal that was done, whatever is said to the next try', async () => {
    answer(lost, gone, lost, refused, gone);
    expect(await documents().remove('lock', '"7"')).toBe(true);
    expect(await documents().remove('lock', '"7"')).toBe(true);
  });

  test('of a removal that was not done', async () => {
    answer(lost, refused, stands({ run: 2 }));
    expect(await documents().remove('lock', '"6"')).toBe(false);
  });

  test('in the middle of a document', async () => {
    answer({ body: '{"run":', headers: { 'content-length': '9', connection: 'close', etag: '"7"' } }, stands({ run: 1 }));
    expect(await documents().read('lock')).toEqual({ value: { run: 1 }, version: '"7"' });
  });
});
