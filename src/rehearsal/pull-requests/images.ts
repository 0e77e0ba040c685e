// The registry of the rehearsal: a repository of images in the emulator, one image for each commit that "CI has built".
import { createHash } from 'node:crypto';
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import type { Emulator } from '../emulator/emulator.ts';
import { sdkConfig } from '../sdk-config.ts';

const name = 'assessments';

export interface Registry {
  /** What the variable OPSDECK_IMAGE is set to. */
  readonly repository: string;
  /** Tags an image with the commit, as the job that builds images would. @returns its digest */
  build(sha: string): Promise<string>;
}

export async function openRegistry(emulator: Emulator, accountId: string): Promise<Registry> {
  const config = sdkConfig(emulator);
  const client = new ECRClient(config);
  await client.send(new CreateRepositoryCommand({ repositoryName: name }));
  return {
    repository: `${accountId}.dkr.ecr.${config.region}.amazonaws.com/${name}`,
    build: async (sha) => {
      const imageManifest = JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
        config: { mediaType: 'application/vnd.docker.container.image.v1+json', size: 2, digest: `sha256:${sha.padEnd(64, '0')}` },
        layers: [],
      });
      const imageDigest = `sha256:${createHash('sha256').update(imageManifest).digest('hex')}`;
      await client.send(new PutImageCommand({ repositoryName: name, imageManifest, imageTag: sha, imageDigest }));
      return imageDigest;
    },
  };
}
