// Finds the image that was built of the commit, and waits for it.
import { failure } from '../../define/failure.ts';
import { findImage } from '../plan/image.ts';
import { pinnedImage } from './good.ts';
import type { DeployWorld } from './world.ts';

/** @throws a Failure `deploy/no-image`, `images/not-built` */
export async function gatherImage(world: DeployWorld, commit: string): Promise<string> {
  const { images, clock, progress, signal, settings } = world;
  const { image: wanted, imagePatienceSeconds: patienceSeconds } = settings;
  const image = wanted && (await findImage({ wanted, headSha: commit, images, clock, progress, signal, patienceSeconds }));
  if (pinnedImage.read(image) !== undefined) return image;
  throw failure({
    code: 'deploy/no-image',
    what: wanted
      ? `${JSON.stringify(image.slice(0, 200))} is no image that is pinned by its digest.`
      : 'No image of the application is configured.',
    next: 'Set the variable OPSDECK_IMAGE of the repository: one repository of ECR, or `<repository>@sha256:<64 hex digits>`.',
  });
}
