// Terraform and the provider as this machine has them.
import { homedir } from 'node:os';
import { type Binary, findBinary } from '../../src/adapters/terraform/binary.ts';
import { findProviderSource, type ProviderMirror } from '../../src/adapters/terraform/provider-mirror.ts';

const { PATH = '' } = process.env;

export function binary(): Promise<Binary> {
  return findBinary({ searchPath: PATH, env: { PATH } });
}

/** @returns nothing where the provider would have to come from the registry */
export async function findMirror(): Promise<ProviderMirror | undefined> {
  const found = await binary().catch(() => undefined);
  if (!found) return undefined;
  const source = await findProviderSource({ ...found, home: homedir() });
  return source.kind === 'mirror' ? source : undefined;
}
