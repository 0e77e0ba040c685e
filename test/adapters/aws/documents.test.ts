// The bucket: the contract against a real S3 interface, and what each refusal of AWS becomes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from '@jest/globals';
import { openDocuments } from '../../../src/adapters/aws/documents.ts';
import type { Documents } from '../../../src/ports/documents.ts';
import { describeDocuments } from '../../support/documents.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf } from '../terraform/support.ts';
import { credentials, withEmulator } from './support.ts';

const bucket = 'opsdeck-documents';

describeWith(['moto_server'], 'documents in S3', () => {
  const config = withEmulator(async (client) => {
    const s3 = new S3Client({ ...client, forcePathStyle: true });
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-2' } as const;
    await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'broken.json', Body: '{"half":' }));
  });
  const open = () => openDocuments({ bucket, client: config() });

  describeDocuments(open);

  test('what is no JSON is there, without a value', async () => {
    expect(await open().read('broken.json')).toEqual({ value: undefined, version: expect.stringContaining('"') });
  });

  test('a bucket that is not there', async () => {
    const documents = openDocuments({ bucket: 'opsdeck-none', client: config() });
    const expected = { code: 'aws/bucket-missing', message: expect.stringContaining('s3://opsdeck-none/') };
    expect(await failureOf(documents.read('a'))).toMatchObject(expected);
    expect(await failureOf(documents.create('a', 1))).toMatchObject(expected);
    expect(await failureOf(documents.list('a'))).toMatchObject(expected);
    expect(await failureOf(documents.remove('a', '"1"'))).toMatchObject(expected);
  });
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The port, on a server that answers what it is told to. */
async function withAnswers(answer: (url: URL) => Answer, use: (documents: Documents) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const { status, body } = answer(new URL(request.url ?? '/', 'http://localhost'));
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await use(openDocuments({ bucket, client: { region: 'eu-west-2', endpoint, credentials } }));
  } finally {
    server.close();
  }
}

test('lists more than one page', () => {
  const page = (key: string, next: string) =>
    `<ListBucketResult><Contents><Key>${key}</Key></Contents>${next}</ListBucketResult>`;
  const answer = ({ searchParams }: URL) => {
    const isSecond = searchParams.get('continuation-token') === 'more';
    const next = '<IsTruncated>true</IsTruncated><NextContinuationToken>more</NextContinuationToken>';
    return { status: 200, body: isSecond ? page('b', '') : page('a', next) };
  };
  return withAnswers(answer, async (documents) => {
    expect(await documents.list('')).toEqual(['a', 'b']);
  });
});

describe('a refusal of AWS', () => {
  test.each([
    [403, 'AccessDenied', 'aws/access-denied', 'Allow s3:PutObject in the policy of the role'],
    [400, 'ExpiredToken', 'aws/credentials-expired', 'Get new ones and run again'],
    [403, 'InvalidAccessKeyId', 'aws/credentials-rejected', 'aws sts get-caller-identity'],
    [400, 'KeyTooLongError', 'aws/request-failed', 'Read the message of AWS'],
  ])('%i %s says what to do', (status, name, code, next) => {
    const body = `<Error><Code>${name}</Code><Message>No.</Message></Error>`;
    return withAnswers(
      () => ({ status, body }),
      async (documents) => {
        const failure = await failureOf(documents.create('locks/pr-1.json', {}));
        expect(failure).toMatchObject({ code, next: expect.stringContaining(next) });
        expect(failure.message).toMatch(/^Could not write s3:\/\/opsdeck-documents\/locks\/pr-1.json: /);
      },
    );
  });

  test('409 is a race that was lost', () => {
    const body = '<Error><Code>ConditionalRequestConflict</Code><Message>Again.</Message></Error>';
    return withAnswers(
      () => ({ status: 409, body }),
      async (documents) => {
        expect(await documents.create('a', {})).toBeUndefined();
        expect(await documents.replace('a', {}, '"1"')).toBeUndefined();
        expect(await documents.remove('a', '"1"')).toBe(false);
      },
    );
  });

  test('nobody answers', async () => {
    const client = { region: 'eu-west-2', endpoint: 'http://127.0.0.1:1', credentials };
    expect(await failureOf(openDocuments({ bucket, client }).read('a'))).toMatchObject({ code: 'aws/unreachable' });
  });
});
