// Where the Terraform JSON of a pull request lies: what its code writes, and what the actions look for.

/** Which stacks a repository has: the two layers of the reference platform, or one stack, which is called `platform`. */
export const stackLayouts = ['platform-and-service', 'platform'] as const;
export type StackLayout = (typeof stackLayouts)[number];
export const defaultLayout: StackLayout = 'platform-and-service';

/** What one pull request may turn out to need; which of it is applied is decided by the plan. */
export type SynthGroup = 'host' | 'shared' | 'isolated';

export interface SynthesizedFolder {
  readonly group: SynthGroup;
  readonly layer: 'platform' | 'service';
  /** Relative to the folder that was synthesized into. */
  readonly path: string;
}

/** `pr-7`: the name of everything that belongs to a pull request's preview. */
export function previewName(pullRequest: number): string {
  return `pr-${pullRequest}`;
}

/**
 * `host` is the environment that the pull request is planned against, `shared` its preview there, `isolated` its preview on a
 * platform of its own.
 */
export function synthLayout(pullRequest: number, layout: StackLayout = defaultLayout): readonly SynthesizedFolder[] {
  if (layout === 'platform') {
    return [
      { group: 'host', layer: 'platform', path: 'host/stacks/platform' },
      { group: 'isolated', layer: 'platform', path: 'isolated/stacks/platform' },
    ];
  }
  return [
    { group: 'host', layer: 'platform', path: 'host/stacks/platform' },
    { group: 'host', layer: 'service', path: 'host/stacks/service' },
    { group: 'shared', layer: 'service', path: `shared/stacks/service-${previewName(pullRequest)}` },
    { group: 'isolated', layer: 'platform', path: 'isolated/stacks/platform' },
    { group: 'isolated', layer: 'service', path: 'isolated/stacks/service' },
  ];
}
