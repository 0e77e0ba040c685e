// Decides whether a pull request gets a preview, and of which shape; pure, so that the comment can say why.
import type { StackLayout } from '../../define/synth-layout.ts';
import type { PullRequest } from '../../ports/pull-requests.ts';

export type Shape = 'shared' | 'isolated';

export interface PreviewPolicy {
  readonly previews: 'always' | 'label' | 'never';
  readonly previewLabel: string;
  readonly isolationLabel: string;
  /** By a command of somebody who may. */
  readonly isRequested: boolean;
}

export type PreviewDecision =
  | { readonly preview: 'none'; readonly reason: string }
  | { readonly preview: 'deploy'; readonly shape: Shape; readonly reason: string };

export interface PreviewFacts {
  readonly pullRequest: Pick<PullRequest, 'labels' | 'isFork' | 'isDraft'>;
  readonly policy: PreviewPolicy;
  /** Resources of the host's platform that the pull request would change. */
  readonly platformChanges: number;
  /** The environment it was planned against. */
  readonly environment: string;
  /** The two layers of the reference platform when left out. */
  readonly layout?: StackLayout | undefined;
}

export function decidePreview({ pullRequest, policy, platformChanges, environment, layout }: PreviewFacts): PreviewDecision {
  const isolated = pullRequest.labels.includes(policy.isolationLabel);
  const { isRequested } = policy;
  const asked = isRequested || isolated || pullRequest.labels.includes(policy.previewLabel);
  if (pullRequest.isFork && !isRequested)
    return { preview: 'none', reason: 'it comes from a fork, whose code gets no credentials' };
  if (policy.previews === 'never') return { preview: 'none', reason: 'previews are switched off' };
  if (policy.previews === 'label' && !asked) {
    return { preview: 'none', reason: `nobody asked for one: add the label "${policy.previewLabel}"` };
  }
  if (pullRequest.isDraft && !asked) {
    return { preview: 'none', reason: `it is a draft: mark it as ready, or add the label "${policy.previewLabel}"` };
  }
  if (layout === 'platform')
    return { preview: 'deploy', shape: 'isolated', reason: 'there is one stack, and every preview has its own' };
  if (isolated) return { preview: 'deploy', shape: 'isolated', reason: `the label "${policy.isolationLabel}" asks for it` };
  if (platformChanges > 0) {
    const what = platformChanges === 1 ? '1 resource' : `${platformChanges} resources`;
    return { preview: 'deploy', shape: 'isolated', reason: `it changes ${what} of the platform of ${environment}` };
  }
  return { preview: 'deploy', shape: 'shared', reason: `it leaves the platform of ${environment} as it is` };
}
