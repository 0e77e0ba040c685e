// Takes into the state what a killed run has made in the account without writing it down: what Terraform would only collide with.
import { memberOf, type Plan, type ResourceChange } from '../../actions/plan/model.ts';
import { isFailure } from '../../define/failure.ts';
import type { Account } from '../../ports/account.ts';
import type { Terraform } from '../../ports/terraform.ts';

export interface Leftover {
  readonly address: string;
  readonly type: string;
  /** As `terraform import` takes it. */
  readonly id: string;
  readonly name: string;
}

/** Kinds of things that cannot be made twice, and what tells them; all others are written over. */
const tellingAttributes: Readonly<Record<string, string>> = {
  aws_iam_openid_connect_provider: 'url',
  aws_iam_policy: 'name',
  aws_iam_role: 'name',
  aws_s3_bucket: 'bucket',
};

/** What of the plan's creations might be there already. */
export function possibleLeftovers({ resources }: Pick<Plan, 'resources'>, accountId: string): readonly Leftover[] {
  return resources.filter(({ action }) => action === 'create').flatMap((change) => leftoverOf(change, accountId));
}

function leftoverOf(change: ResourceChange, accountId: string): readonly Leftover[] {
  const telling = memberOf(tellingAttributes, change.type);
  const value = change.attributes().find(({ key }) => key === telling)?.after;
  if (typeof value !== 'string') return [];
  const name = value.replace(/^https:\/\//, '');
  return [{ address: change.address, type: change.type, name, id: idOf(change.type, name, accountId) }];
}

/** Policies and providers are imported by ARN, the others by name. */
function idOf(type: string, name: string, accountId: string): string {
  if (type === 'aws_iam_policy') return `arn:aws:iam::${accountId}:policy/${name}`;
  return type === 'aws_iam_openid_connect_provider' ? `arn:aws:iam::${accountId}:oidc-provider/${name}` : name;
}

export interface AdoptionPorts {
  readonly account: Account;
  readonly terraform: Pick<Terraform, 'importResource'>;
  readonly signal: AbortSignal;
  say(line: string): void;
}

/** @returns whether there was any */
export async function adoptLeftovers(ports: AdoptionPorts, leftovers: readonly Leftover[]): Promise<boolean> {
  let isAny = false;
  for (const leftover of leftovers) {
    if (!(await mayBeThere(ports.account, leftover)) || !(await adopt(ports, leftover))) continue;
    ports.say(`  ${leftover.address}: was made by the earlier run, and is taken into the state`);
    isAny = true;
  }
  return isAny;
}

/** Quicker than an import that fails; of policies only that tells. */
async function mayBeThere(account: Account, { type, name }: Leftover): Promise<boolean> {
  if (type === 'aws_iam_role') return (await account.role(name)) !== undefined;
  if (type === 'aws_s3_bucket') return (await account.bucket(name)) !== undefined;
  if (type === 'aws_iam_openid_connect_provider') return (await account.identityProvider(name)) !== undefined;
  return true;
}

async function adopt({ terraform, signal }: AdoptionPorts, { address, id }: Leftover): Promise<boolean> {
  try {
    await terraform.importResource(address, id, { signal });
    return true;
  } catch (error) {
    if (isFailure(error) && error.code === 'terraform/nothing-to-import') return false;
    throw error;
  }
}
