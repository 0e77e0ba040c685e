// Tells people on GitHub how it goes; that it could not be told is no reason to stop.
import type { DeploymentStatus } from '../../ports/deployments.ts';
import { attempt } from '../comment/attempt.ts';
import { composeComment, pullRequestMarker } from '../comment/slots.ts';
import { type PreviewView, renderPreviewSection } from './section.ts';
import type { PreviewWorld } from './world.ts';

export async function tell(world: PreviewWorld, pullRequest: number, view: PreviewView): Promise<void> {
  const preview = renderPreviewSection(view);
  await attempt(world, 'write the comment', () =>
    world.comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { preview })),
  );
}

/** Tells while the work goes on, and is done when both are: what is told next must not be overtaken by it. */
export async function whileTelling<T>(telling: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const told = telling();
  try {
    return await work();
  } finally {
    await told;
  }
}

export async function tellDeployment(world: PreviewWorld, id: number | undefined, status: DeploymentStatus): Promise<void> {
  if (id === undefined) return;
  await attempt(world, "set the deployment's status", () => world.deployments.setStatus(id, status));
}

/** `preview/pr-7`, on GitHub */
export function environmentOf(pullRequest: number): string {
  return `preview/pr-${pullRequest}`;
}
