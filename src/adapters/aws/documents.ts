// Implements the Documents port with an S3 bucket and its conditional writes.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Documents, StoredDocument, Version } from '../../ports/documents.ts';
import type { AwsClientConfig } from './client-config.ts';
import { type Attempt, explain, nameOf, statusOf } from './refusals.ts';

export interface DocumentsConfig {
  readonly bucket: string;
  readonly client: AwsClientConfig;
}

/** Every method throws a `Failure` (`aws/...`) when the bucket cannot be used; a lost race is no failure. */
export function openDocuments({ bucket, client: config }: DocumentsConfig): Documents {
  // An endpoint of one's own rarely has a name for every bucket.
  const client = new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined });
  const at = (key: string): string => `s3://${bucket}/${key}`;
  return {
    read: async (key) => {
      const attempt = { what: `read ${at(key)}`, permission: 's3:GetObject' };
      const found = await asking(
        attempt,
        () => client.send(new GetObjectCommand({ Bucket: bucket, Key: key })),
        ifGone(undefined),
      );
      return found && storedDocument(found);
    },
    create: (key, value) => put({ client, bucket, key, value, condition: { IfNoneMatch: '*' } }),
    replace: (key, value, version) => put({ client, bucket, key, value, condition: { IfMatch: version } }),
    remove: async (key, version) => {
      const attempt = { what: `remove ${at(key)}`, permission: 's3:DeleteObject' };
      const condition = version === undefined ? {} : { IfMatch: version };
      return asking(
        attempt,
        async () => {
          await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, ...condition }));
          return true;
        },
        (error) => ifGone(true)(error) ?? ifRaceLost(false)(error),
      );
    },
    list: (prefix) => {
      const attempt = { what: `list ${at(prefix)}`, permission: 's3:ListBucket' };
      return asking(attempt, () => listAll(client, bucket, prefix));
    },
  };
}

interface Put {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  readonly value: unknown;
  readonly condition: { readonly IfNoneMatch: '*' } | { readonly IfMatch: Version };
}

async function put({ client, bucket, key, value, condition }: Put): Promise<Version | undefined> {
  const attempt = { what: `write s3://${bucket}/${key}`, permission: 's3:PutObject' };
  const content = { Body: JSON.stringify(value), ContentType: 'application/json' };
  const request = new PutObjectCommand({ Bucket: bucket, Key: key, ...content, ...condition });
  // Over a document that is gone, S3 answers 404 and not 412.
  const lost: Recovery<undefined> = (error) =>
    ifRaceLost(undefined)(error) ?? ('IfMatch' in condition ? ifGone(undefined)(error) : undefined);
  return (await asking(attempt, () => client.send(request), lost))?.ETag;
}

async function listAll(client: S3Client, bucket: string, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken }));
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  return keys;
}

async function storedDocument({ Body, ETag }: GetObjectCommandOutput): Promise<StoredDocument> {
  const text = (await Body?.transformToString()) ?? '';
  return { value: parsed(text), version: ETag ?? '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an error means, where it means something. */
type Recovery<T> = (error: unknown) => { readonly value: T } | undefined;

const ifGone =
  <T>(value: T): Recovery<T> =>
  (error) =>
    statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket' ? { value } : undefined;

/** 409: another request for the same key is under way. https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
const ifRaceLost =
  <T>(value: T): Recovery<T> =>
  (error) =>
    [409, 412].includes(statusOf(error) ?? 0) ? { value } : undefined;

async function asking<T>(attempt: Attempt, ask: () => Promise<T>, recover: Recovery<T> = () => undefined): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const recovered = recover(error);
    if (recovered) return recovered.value;
    throw explain(attempt, error);
  }
}
