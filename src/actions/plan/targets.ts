// Which stacks of a pull request are planned, and with which values for their variables.
import { failure } from '../../define/failure.ts';
import type { StacksConfig } from '../../define/stacks-config.ts';
import { previewName, type StackLayout, type SynthGroup, synthLayout } from '../../define/synth-layout.ts';
import type { RunOptions } from '../../ports/terraform.ts';
import type { Layer } from '../preview/keys.ts';

export interface PlanTarget {
  readonly title: string;
  /** Relative to the folder that was synthesized into. */
  readonly path: string;
  readonly variables: NonNullable<RunOptions['variables']>;
}

export interface TargetFacts {
  readonly pullRequest: number;
  readonly environment: string;
  readonly domain: string;
  /** The two layers of the reference platform when left out. */
  readonly layout?: StackLayout | undefined;
}

export function hostPlatform(facts: TargetFacts): PlanTarget {
  return {
    title: `platform of ${facts.environment}`,
    path: pathOf(facts, 'host', 'platform'),
    variables: platformVariables(facts),
  };
}

/** @param image what is deployed there now: a pull request is not what brings another one there */
export function hostService(facts: TargetFacts, image: string): PlanTarget {
  return { title: `service of ${facts.environment}`, path: pathOf(facts, 'host', 'service'), variables: { image } };
}

export function sharedPreview(facts: TargetFacts, image: string, slot: number): PlanTarget {
  return {
    title: `preview ${previewName(facts.pullRequest)}`,
    path: pathOf(facts, 'shared', 'service'),
    variables: { image, cache_slot: slot },
  };
}

export function isolatedPlatform(facts: TargetFacts): PlanTarget {
  return {
    title: `platform of the preview ${previewName(facts.pullRequest)}`,
    path: pathOf(facts, 'isolated', 'platform'),
    variables: platformVariables(facts),
  };
}

/** A repository's own stack has no variables that we know the values of. */
function platformVariables({ domain, layout }: TargetFacts): PlanTarget['variables'] {
  return layout === 'platform' ? {} : { domain };
}

/** @throws a Failure `action/inputs`: the reference platform has a domain */
export function requireDomain({ layout }: Pick<StacksConfig, 'layout'>, domain: string): void {
  if (layout === 'platform' || domain !== '') return;
  throw failure({
    code: 'action/inputs',
    what: 'Bad inputs:\n- domain: required',
    next: 'Set the variable OPSDECK_DOMAIN of the repository, or add the input in the workflow, under the step\'s "with".',
  });
}

export function pathOf({ pullRequest }: Pick<TargetFacts, 'pullRequest'>, group: SynthGroup, layer: Layer): string {
  const found = synthLayout(pullRequest).find((folder) => folder.group === group && folder.layer === layer);
  if (!found) throw new Error(`the layout has no ${group} ${layer}`);
  return found.path;
}
