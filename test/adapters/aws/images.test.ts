// Images in ECR, as the emulator has them.
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { openImages } from '../../../src/adapters/aws/images.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf } from '../terraform/support.ts';
import { withEmulator } from './support.ts';

const registry = '123456789012.dkr.ecr.eu-west-2.amazonaws.com';
const imageDigest = `sha256:${'a'.repeat(64)}`;

describeWith(['moto_server'], 'images', () => {
  const config = withEmulator(async (client) => {
    const ecr = new ECRClient(client);
    await ecr.send(new CreateRepositoryCommand({ repositoryName: 'app' }));
    const mediaType = 'application/vnd.docker.distribution.manifest.v2+json';
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType, config: { digest: imageDigest }, layers: [] });
    await ecr.send(new PutImageCommand({ repositoryName: 'app', imageManifest, imageTag: 'abc', imageDigest }));
  });
  const images = () => openImages(config());

  test('are pinned by the digest that their tag means', async () => {
    expect(await images().pin(`${registry}/app`, 'abc')).toBe(`${registry}/app@${imageDigest}`);
  });

  test('that are not built yet are not there', async () => {
    expect(await images().pin(`${registry}/app`, 'def')).toBeUndefined();
  });

  test.each([
    ['a repository that is not there', `${registry}/none`, 'images/unreadable'],
    ['a registry of somebody else', 'ghcr.io/example/app', 'images/no-repository'],
    ['what is no repository at all', 'app; rm -rf /', 'images/no-repository'],
  ])('of %s are refused', async (_name, repository, code) => {
    expect((await failureOf(images().pin(repository, 'abc'))).code).toBe(code);
  });
});
