// What journals of deploys have said, of all that the versioned state bucket keeps: states come and go faster than one can look.
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import type { DeployJournal, DeployState } from '../../../src/actions/deploy/journal.ts';
import { journalKey } from '../../../src/actions/deploy/keys.ts';
import type { SdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import { environment } from './host.ts';

export interface DeployHistory {
  readonly image: string;
  /** In their order; one that is written several times in a row comes once. */
  readonly states: readonly DeployState[];
  /** Ids of the good services that it went back to. */
  readonly wentBackTo: readonly string[];
}

/** @returns what tells, deploy by deploy, what was written since it was asked last */
export function openHistory(bucket: string, config: SdkConfig): () => Promise<readonly DeployHistory[]> {
  const client = new S3Client({ ...config, forcePathStyle: true });
  const known = new Set<string>();
  const Key = journalKey(environment);
  return async () => {
    const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: Key }));
    const ids = Versions.flatMap(({ VersionId }) => (VersionId === undefined || known.has(VersionId) ? [] : [VersionId]));
    for (const id of ids) known.add(id);
    const journals = await Promise.all(
      ids.map(async (VersionId) => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key, VersionId }));
        return JSON.parse((await Body?.transformToString()) ?? '') as DeployJournal;
      }),
    );
    return computeHistories(journals.sort((one, other) => Date.parse(one.updatedAt) - Date.parse(other.updatedAt)));
  };
}

function computeHistories(journals: readonly DeployJournal[]): readonly DeployHistory[] {
  const deploys = [...new Set(journals.map(({ id }) => id))];
  return deploys.map((id) => {
    const own = journals.filter((journal) => journal.id === id);
    return {
      image: own[0]?.release.image ?? '',
      states: own.map(({ state }) => state).filter((state, index, all) => state !== all[index - 1]),
      wentBackTo: [...new Set(own.flatMap(({ rollback, state }) => (rollback && state !== 'planning' ? [rollback.to] : [])))],
    };
  });
}
