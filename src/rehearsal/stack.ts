// One synthesized stack in the hands of Terraform: the few things that a rehearsal does with it, and what it says of them.
import { failure } from '../define/failure.ts';
import type { ChangeCounts, PlannedChange, RunOptions, Terraform } from '../ports/terraform.ts';
import type { StepReport } from './steps.ts';
import type { World } from './world.ts';

/** The emulator is on this machine: more at once costs nothing. */
const parallelism = 40;

const destroyPlan = 'destroy.tfplan';

export type Variables = Readonly<Record<string, string | boolean>>;

export interface RehearsedStack {
  readonly name: string;
  init(report: StepReport, backendConfig?: Readonly<Record<string, string>>): Promise<void>;
  /** @returns what was done: `31 added` */
  apply(report: StepReport, variables?: Variables): Promise<string>;
  /** @throws a Failure unless there is nothing to change */
  expectNoChanges(report: StepReport, variables?: Variables): Promise<string>;
  /** Plans, and applies exactly that plan if it touches nothing but resources of these types. */
  applyOnly(types: readonly string[], report: StepReport, variables?: Variables): Promise<string>;
  /** Plans the destruction ahead of it; the state must have been compared with the world just before. */
  planDestroy(report: StepReport, variables?: Variables): Promise<void>;
  /** As planned, or in one go. @throws a Failure if anything stays in the state */
  destroy(report: StepReport, variables?: Variables): Promise<string>;
  output(name: string): Promise<string>;
}

export function rehearsedStack(world: World, name: string, folder: string): RehearsedStack {
  const terraform = world.terraformIn(folder, name);
  let plannedDestruction: ChangeCounts | undefined;
  const runOptions = ({ onTerraform }: StepReport, variables: Variables = {}): RunOptions => ({
    variables,
    parallelism,
    signal: world.signal,
    onEvent: onTerraform,
  });
  return {
    name,
    init: (report, backendConfig = {}) => terraform.init({ backendConfig, signal: world.signal, onEvent: report.onTerraform }),
    apply: async (report, variables) => countsText((await terraform.apply(runOptions(report, variables))).counts),
    expectNoChanges: async (report, variables) => {
      const { hasChanges, changes } = await terraform.plan(runOptions(report, variables));
      if (hasChanges) throw unexpected(name, 'nothing should change', changes);
      return 'No changes';
    },
    applyOnly: (types, report, variables) => applyOnly({ terraform, name, types, options: runOptions(report, variables) }),
    planDestroy: async (report, variables) => {
      const options = { ...runOptions(report, variables), destroy: true, refresh: false, outFile: destroyPlan };
      plannedDestruction = (await terraform.plan(options)).counts;
    },
    destroy: async (report, variables) => {
      const options = runOptions(report, variables);
      // Terraform tells the size of a saved plan only when it makes it.
      if (plannedDestruction) report.onTerraform({ kind: 'plan-summary', counts: plannedDestruction });
      const planned = { ...options, planFile: destroyPlan };
      const { counts } = plannedDestruction ? await terraform.apply(planned) : await terraform.destroy(options);
      const left = await terraform.stateList();
      if (left.length > 0) throw stillInState(name, left);
      await terraform.release();
      return `${countsText(counts)}, 0 left in the state`;
    },
    output: async (key) => String((await terraform.output())[key]?.value ?? ''),
  };
}

interface LimitedApply {
  readonly terraform: Terraform;
  readonly name: string;
  readonly types: readonly string[];
  readonly options: RunOptions;
}

async function applyOnly({ terraform, name, types, options }: LimitedApply): Promise<string> {
  const planFile = 'rehearsal.tfplan';
  const { changes } = await terraform.plan({ ...options, outFile: planFile });
  const real = changes.filter(({ action }) => action !== 'read');
  const others = real.filter(({ resourceType }) => !types.includes(resourceType));
  if (real.length === 0 || others.length > 0) throw unexpected(name, `only ${types.join(' and ')} should change`, changes);
  await terraform.apply({ ...options, planFile });
  return `only ${real.map(({ resourceType, action }) => `${resourceType} (${action})`).join(', ')}`;
}

/** `215 added`, `1 changed, 2 destroyed`, `nothing to do` */
export function countsText({ add, change, remove }: ChangeCounts): string {
  const parts = [add && `${add} added`, change && `${change} changed`, remove && `${remove} destroyed`];
  return parts.filter(Boolean).join(', ') || 'nothing to do';
}

function unexpected(name: string, expectation: string, changes: readonly PlannedChange[]) {
  return failure({
    code: 'rehearsal/unexpected-plan',
    what: `The plan of ${name} is not what it should be: ${expectation}.`,
    next: 'Look at the resources below: the emulator may forget an attribute (fill its gap), or the stack may be unstable.',
    details: changes.map(({ action, address }) => `${action} ${address}`),
  });
}

function stillInState(name: string, addresses: readonly string[]) {
  return failure({
    code: 'rehearsal/state-not-empty',
    what: `${name} is destroyed, and yet ${addresses.length} entries are left in its state.`,
    next: 'Run "terraform state list" after a kept rehearsal, and look for resources that Terraform does not delete.',
    details: addresses,
  });
}
