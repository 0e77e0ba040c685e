// A configuration of our own for a state of a preview: what is in the state can be destroyed with it, without any code of the pull request.
import type { TerraformJson } from '../../ports/terraform.ts';
import type { Adoptee } from './adoption.ts';
import { type StateName, stateKey } from './keys.ts';
import type { PreviewSettings } from './world.ts';

export interface Tombstone {
  readonly settings: Pick<PreviewSettings, 'bucket' | 'region' | 'providerVersion'>;
  readonly pullRequest: number;
  readonly state: StateName;
  /** Get an empty block each, so that they can be imported; only `import` accepts a configuration with such blocks. */
  readonly adoptees?: readonly Adoptee[];
}

/** Everything in the state is absent here, which is what Terraform destroys. */
export function tombstone({ settings, pullRequest, state, adoptees = [] }: Tombstone): TerraformJson {
  const { region } = settings;
  return {
    terraform: {
      required_version: '>= 1.11',
      required_providers: { aws: { source: 'hashicorp/aws', version: settings.providerVersion } },
      backend: { s3: { ...backendConfig(settings, pullRequest, state), encrypt: true, use_lockfile: true } },
    },
    provider: { aws: [{ region }] },
    ...(adoptees.length > 0 && { resource: blocks(adoptees) }),
  };
}

/** Where a state lies, as the backend is told it. */
export function backendConfig(
  { bucket, region }: Pick<PreviewSettings, 'bucket' | 'region'>,
  pullRequest: number,
  state: StateName,
): Readonly<Record<string, string>> {
  return { bucket, region, key: stateKey(pullRequest, state) };
}

/** @param index of the adoptee among those of its tombstone */
export function addressOf({ resourceType }: Adoptee, index: number): string {
  return `${resourceType}.${labelOf(index)}`;
}

function blocks(adoptees: readonly Adoptee[]): TerraformJson {
  const byType = new Map<string, Record<string, object>>();
  adoptees.forEach(({ resourceType }, index) => {
    byType.set(resourceType, { ...byType.get(resourceType), [labelOf(index)]: {} });
  });
  return Object.fromEntries(byType);
}

function labelOf(index: number): string {
  return `stray_${index + 1}`;
}
