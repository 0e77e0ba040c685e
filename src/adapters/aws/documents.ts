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
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { mostAttempts, persistentEach } from './persistent.ts';
import { nameOf, statusOf, triesOf } from './refusals.ts';

export interface DocumentsConfig {
  readonly bucket: string;
  readonly client: AwsClientConfig;
}

interface Place {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/** Every method throws a `Failure` (`aws/...`) when the bucket cannot be used; a lost race is no failure. */
export function openDocuments({ bucket, client: config }: DocumentsConfig): Documents {
  // An endpoint of one's own rarely has a name for every bucket.
  const s3 = new S3Client({ ...config, ...persistentEach, forcePathStyle: config.endpoint !== undefined });
  const client = guarded(s3, 's3', config, { ListObjectsV2: 'ListBucket' });
  const at = (key: string): Place => ({ client, bucket, key });
  return {
    read: (key) => read(at(key)),
    create: (key, value) => put(at(key), JSON.stringify(value), { IfNoneMatch: '*' }),
    replace: (key, value, version) => put(at(key), JSON.stringify(value), { IfMatch: version }),
    remove: (key, version) => remove(at(key), version),
    list: (prefix) => {
      const attempt = { what: `list s3://${bucket}/${prefix}`, permission: 's3:ListBucket' };
      return asking(attempt, () => listAll(client, bucket, prefix));
    },
  };
}

async function read(place: Place): Promise<StoredDocument | undefined> {
  const found = await readText(place);
  return found && { value: parsed(found.text), version: found.version };
}

type Condition = { readonly IfNoneMatch: '*' } | { readonly IfMatch: Version };

function put(place: Place, text: string, condition: Condition): Promise<Version | undefined> {
  const { client, bucket, key } = place;
  const attempt = { what: `write s3://${bucket}/${key}`, permission: 's3:PutObject' };
  const content = { Body: text, ContentType: 'application/json' };
  const request = new PutObjectCommand({ Bucket: bucket, Key: key, ...content, ...condition });
  return asking(attempt, async () => {
    try {
      return (await client.send(request)).ETag;
    } catch (error) {
      // Over a document that is gone, S3 answers 404 and not 412.
      if (!isRaceLost(error) && !('IfMatch' in condition && isGone(error))) throw error;
      return triesOf(error) > 1 ? versionOf(place, text) : undefined;
    }
  });
}

/**
 * The race may have been lost to ourselves: to an earlier try, whose answer did not arrive. It is told by its text: what is
 * raced for, names who has it and since when.
 */
async function versionOf(place: Place, text: string): Promise<Version | undefined> {
  const found = await readText(place);
  return found?.text === text ? found.version : undefined;
}

function remove(place: Place, version: Version | undefined): Promise<boolean> {
  const { client, bucket, key } = place;
  const attempt = { what: `remove s3://${bucket}/${key}`, permission: 's3:DeleteObject' };
  const condition = version === undefined ? {} : { IfMatch: version };
  return asking(attempt, async () => {
    try {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, ...condition }));
      return true;
    } catch (error) {
      if (isGone(error)) return true;
      if (!isRaceLost(error)) throw error;
      // An earlier try may have removed it.
      return triesOf(error) > 1 && (await readText(place)) === undefined;
    }
  });
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

interface StoredText {
  readonly text: string;
  readonly version: Version;
}

function readText({ client, bucket, key }: Place): Promise<StoredText | undefined> {
  const attempt = { what: `read s3://${bucket}/${key}`, permission: 's3:GetObject' };
  return askingFor(attempt, isGone, async () => {
    for (let tries = 1; ; tries += 1) {
      const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const text = await wholeText(Body, tries);
      if (text !== undefined) return { text, version: ETag };
    }
  });
}

/** The client tries again until an answer begins, and leaves it to us when it ends too early. @returns nothing then */
async function wholeText(body: GetObjectCommandOutput['Body'], tries: number): Promise<string | undefined> {
  try {
    return (await body?.transformToString()) ?? '';
  } catch (error) {
    if (tries === mostAttempts) throw error;
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isGone(error: unknown): boolean {
  return statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket';
}

/** 409: another request for the same key is under way. https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
function isRaceLost(error: unknown): boolean {
  return [409, 412].includes(statusOf(error) ?? 0);
}
