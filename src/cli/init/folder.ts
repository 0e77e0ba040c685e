// The working folder of the bootstrap stack: its JSON, the state while it is here, and the backend once that has moved.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Region } from '../../stacks/regions.ts';

export interface BootstrapFolder {
  readonly path: string;
  /** Resources in the state that is here. */
  localResources(): Promise<number>;
  /** Said before the account is changed. */
  markBegun(): Promise<void>;
  isBegun(): Promise<boolean>;
  /** From the next `init` on, the state is in the bucket. */
  nameBucketBackend(): Promise<void>;
  nameLocalBackend(): Promise<void>;
  /** Once the state has moved, what is left of it here would only confuse. */
  removeLocalState(): Promise<void>;
}

export interface BootstrapPlace {
  readonly account: string;
  readonly region: Region;
  readonly repository: string;
}

/** Beside the states of environments, whose folders are called like them. */
export const bootstrapStateKey = 'bootstrap/terraform.tfstate';

/** Until the state is in the bucket. */
const begun = 'begun';

/** Of Terraform: what stands in there takes the place of what the synthesized file says. */
const override = 'opsdeck_override.tf.json';

export async function openBootstrapFolder(
  root: string,
  { account, region, repository }: BootstrapPlace,
): Promise<BootstrapFolder> {
  const out = join(root, '.opsdeck', 'bootstrap', `${account}-${region}`);
  await mkdir(out, { recursive: true });
  // Only now: it brings cdktf along.
  const { synthesize } = await import('../../stacks/synth.ts');
  synthesize(out, [{ kind: 'bootstrap', region, repository }]);
  const path = join(out, 'stacks', 'bootstrap');
  return {
    path,
    localResources: async () => resourcesIn(await readFile(join(path, 'terraform.tfstate'), 'utf8').catch(() => '')),
    markBegun: () => writeFile(join(path, begun), ''),
    isBegun: async () => (await readdir(path)).includes(begun),
    nameBucketBackend: () => writeFile(join(path, override), JSON.stringify(bucketBackend(region))),
    nameLocalBackend: () => rm(join(path, override), { force: true }),
    removeLocalState: async () => {
      for (const name of ['terraform.tfstate', 'terraform.tfstate.backup', begun]) await rm(join(path, name), { force: true });
    },
  };
}

/** https://developer.hashicorp.com/terraform/language/backend/s3 */
function bucketBackend(region: string): object {
  const s3 = { key: bootstrapStateKey, region, encrypt: true, use_lockfile: true };
  return { terraform: { backend: { s3 } } };
}

/** A file that a crash has left empty knows nothing. */
function resourcesIn(text: string): number {
  if (text.trim() === '') return 0;
  const { resources } = JSON.parse(text) as { readonly resources?: readonly { readonly mode: string }[] };
  return (resources ?? []).filter(({ mode }) => mode === 'managed').length;
}
