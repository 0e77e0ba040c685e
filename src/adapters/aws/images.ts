// Finds images in ECR by their tag.
import { DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { failure } from '../../define/failure.ts';
import type { Images } from '../../ports/images.ts';
import type { AwsClientConfig } from './client-config.ts';
import { persistentEach } from './persistent.ts';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
const repositoryPattern = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([a-z0-9._/-]+)$/;

/** @param setup without a region: the repository's name has it */
export function openImages(setup: Omit<AwsClientConfig, 'region'> = {}): Images {
  return {
    pin: async (repository, tag) => {
      const [, registryId, region, repositoryName] = repositoryPattern.exec(repository) ?? [];
      if (!registryId || !region || !repositoryName) throw noRepository(repository);
      const client = new ECRClient({ ...setup, ...persistentEach, region });
      try {
        const request = new DescribeImagesCommand({ registryId, repositoryName, imageIds: [{ imageTag: tag }] });
        const { imageDetails = [] } = await client.send(request);
        const digest = imageDetails[0]?.imageDigest;
        return digest && `${repository}@${digest}`;
      } catch (error) {
        if (error instanceof Error && error.name === 'ImageNotFoundException') return undefined;
        throw notAnswered(repository, error);
      } finally {
        client.destroy();
      }
    },
  };
}

function noRepository(repository: string) {
  return failure({
    code: 'images/no-repository',
    what: `${JSON.stringify(repository)} is neither an image pinned by digest nor a repository of ECR.`,
    next: 'Set OPSDECK_IMAGE to <account>.dkr.ecr.<region>.amazonaws.com/<name>, or to <repository>@sha256:<64 hex digits>.',
  });
}

function notAnswered(repository: string, cause: unknown) {
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return failure({
    code: 'images/unreadable',
    what: `The images of ${repository} cannot be read: ${said}`,
    next: 'Check that the repository exists, and that the role may call ecr:DescribeImages on it.',
    cause,
  });
}
