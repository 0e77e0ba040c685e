// Brings the bootstrap stack to what it should be: plan, ask, apply, and move the state; run again after a crash, it goes on.
import { readConstructPaths } from '../../actions/plan/construct-paths.ts';
import type { Plan } from '../../actions/plan/model.ts';
import { readPlan } from '../../actions/plan/read/read-plan.ts';
import { joinParts, renderPlanComment } from '../../actions/plan/render/comment.ts';
import { failure } from '../../define/failure.ts';
import type { Account } from '../../ports/account.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Terraform, TerraformEvent } from '../../ports/terraform.ts';
import { adoptLeftovers, possibleLeftovers } from './adopt.ts';
import { decidePlace } from './decide-place.ts';
import { type BootstrapFolder, bootstrapStateKey } from './folder.ts';

export interface BootstrapPorts {
  readonly account: Account;
  readonly accountId: string;
  readonly documents: Documents;
  readonly terraform: Terraform;
  readonly folder: BootstrapFolder;
  /** The synthesized stack, parsed. */
  readonly configuration: unknown;
  migrateState(): Promise<void>;
  /** One line about what is being done. */
  say(line: string): void;
  /** What a person is to read before they are asked. */
  show(markdown: string): void;
  /** @returns false: nothing is to be changed; the reason was told */
  confirm(question: string): Promise<boolean>;
  readonly signal: AbortSignal;
}

export type BootstrapEnd = 'applied' | 'nothing-to-do' | 'not-confirmed';

const planFile = 'opsdeck.tfplan';

export async function bringUpBootstrap(ports: BootstrapPorts, bucket: string): Promise<BootstrapEnd> {
  const place = decidePlace(await gatherState(ports, bucket));
  if (place.kind === 'lost') throw lost(bucket, ports.folder);
  await connect(ports, place.kind, bucket);
  if (place.kind === 'here' && place.isBegun) ports.say('An earlier run was ended before its end: going on from there');
  const planned = await planWhatIsMissing(ports, place.kind === 'here' && place.isBegun);
  if (planned) {
    ports.show(
      joinParts(
        renderPlanComment([{ title: 'bootstrap', plan: planned, constructPaths: readConstructPaths(ports.configuration) }]),
      ),
    );
    if (!(await ports.confirm('Apply this to the account?'))) return 'not-confirmed';
    await ports.folder.markBegun();
    const { counts } = await ports.terraform.apply({ planFile, signal: ports.signal, onEvent: sayDone(ports) });
    ports.say(`Applied: ${counts.add} added, ${counts.change} changed, ${counts.remove} removed`);
  } else ports.say('The account is as it should be');
  if (place.kind === 'here') await moveState(ports, bucket);
  await ports.folder.removeLocalState();
  return planned ? 'applied' : 'nothing-to-do';
}

async function gatherState({ account, documents, folder }: BootstrapPorts, bucket: string) {
  const bucketExists = (await account.bucket(bucket)) !== undefined;
  const keys = bucketExists ? await documents.list(bootstrapStateKey) : [];
  const [isBegun, localResources] = [await folder.isBegun(), await folder.localResources()];
  return { isBegun, localResources, bucketExists, isInBucket: keys.includes(bootstrapStateKey) };
}

async function connect(
  { terraform, folder, say, signal }: BootstrapPorts,
  kind: 'here' | 'bucket',
  bucket: string,
): Promise<void> {
  say('Getting Terraform ready');
  if (kind === 'here') await folder.nameLocalBackend();
  else await folder.nameBucketBackend();
  // An earlier run may have connected the folder to the other one; where the state is was decided above.
  await terraform.init({ reconfigure: true, ...(kind === 'bucket' && { backendConfig: { bucket } }), signal });
}

/** @returns nothing where there is nothing to apply */
async function planWhatIsMissing(ports: BootstrapPorts, isBegun: boolean): Promise<Plan | undefined> {
  const first = await makePlan(ports);
  if (!first || !isBegun) return first;
  const isAny = await adoptLeftovers(ports, possibleLeftovers(first, ports.accountId));
  return isAny ? makePlan(ports) : first;
}

async function makePlan({ terraform, say, signal }: BootstrapPorts): Promise<Plan | undefined> {
  say('Planning');
  const { hasChanges } = await terraform.plan({ outFile: planFile, signal });
  return hasChanges ? readPlan(await terraform.showBytes(planFile)) : undefined;
}

function sayDone({ say }: BootstrapPorts): (event: TerraformEvent) => void {
  return (event) => {
    if (event.kind === 'done') say(`  ${event.address} (${event.action}, ${event.elapsedSeconds} s)`);
  };
}

async function moveState({ terraform, folder, migrateState, say }: BootstrapPorts, bucket: string): Promise<void> {
  say(`Moving the state into ${bucket}`);
  const before = (await terraform.stateList()).length;
  await folder.nameBucketBackend();
  await migrateState();
  const after = (await terraform.stateList()).length;
  if (after === before) return;
  throw failure({
    code: 'init/state-not-moved',
    what: `The state here has ${before} entries, and the one in ${bucket} has ${after}.`,
    next: `Compare both before you do anything else: the one here is in ${folder.path}.`,
  });
}

function lost(bucket: string, { path }: BootstrapFolder) {
  return failure({
    code: 'init/state-lost',
    what: `The bucket ${bucket} exists, but neither it nor this folder has the state of the stack that made it.`,
    next: `Run it in the folder where it was begun; or put the terraform.tfstate of that stack into ${path}, and run it again.`,
  });
}
