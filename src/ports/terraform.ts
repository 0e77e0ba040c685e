// What the actions need from Terraform, in words of our own; OpenTofu serves as well.

/** One working folder (the synthesized stack) of one Terraform binary. */
export interface Terraform {
  /** Downloads or links the providers and connects to the state. */
  init(options?: InitOptions): Promise<void>;
  validate(): Promise<readonly Diagnostic[]>;
  plan(options?: PlanOptions): Promise<PlanSummary>;
  /** The plan's JSON representation: https://developer.hashicorp.com/terraform/internals/json-format */
  show(planFile: string): Promise<unknown>;
  /** The same as Terraform printed it: what a digest is made of. */
  showBytes(planFile: string): Promise<Uint8Array>;
  apply(options?: ApplyOptions): Promise<ApplySummary>;
  destroy(options?: RunOptions): Promise<ApplySummary>;
  output(): Promise<Readonly<Record<string, OutputValue>>>;
  /** Addresses of everything in the state, data sources included. */
  stateList(): Promise<readonly string[]>;
  /** What the state manages, by the names that AWS has for it; data sources are left out. */
  stateResources(): Promise<readonly StateResource[]>;
  /**
   * Takes something that exists into the state, under an address that the configuration has.
   *
   * @throws `terraform/nothing-to-import` when there is no such thing
   */
  importResource(address: string, id: string, options?: RunOptions): Promise<void>;
  /** Gives up a lock that a dead run left. Only ever call this when that run has ended. */
  forceUnlock(lockId: string): Promise<void>;
}

/** Every way to a working folder. */
export interface TerraformFolders {
  /** A folder that is there, for instance a synthesized stack. */
  open(folder: string): Terraform;
  /** Lends a folder that holds nothing but this configuration (Terraform's JSON syntax), and removes it afterwards. */
  withConfiguration<T>(configuration: TerraformJson, use: (terraform: Terraform) => Promise<T>): Promise<T>;
}

/** https://developer.hashicorp.com/terraform/language/syntax/json */
export type TerraformJson = Readonly<Record<string, unknown>>;

export interface StateResource {
  readonly address: string;
  readonly resourceType: string;
  readonly id?: string;
  readonly arn?: string;
}

export interface InitOptions {
  /** Partial configuration of the backend: `bucket`, `key`, `region`, ... */
  readonly backendConfig?: Readonly<Record<string, string>>;
  readonly upgrade?: boolean;
  /** Forgets the backend that this folder was connected to before; no state is moved. */
  readonly reconfigure?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: OnTerraformEvent;
}

/** What every command that reads or changes the world takes. */
export interface RunOptions {
  readonly variables?: Readonly<Record<string, string | number | boolean>>;
  /** How many resources are worked on at once; Terraform's default is 10. */
  readonly parallelism?: number;
  readonly lockTimeoutSeconds?: number;
  /** Aborting lets Terraform bring what is in flight to an end and save the state (SIGINT first). */
  readonly signal?: AbortSignal;
  readonly onEvent?: OnTerraformEvent;
}

export interface PlanOptions extends RunOptions {
  /** Where to save the plan, relative to the working folder. */
  readonly outFile?: string;
  readonly destroy?: boolean;
  readonly refreshOnly?: boolean;
  /** False trusts the state: only right after a plan that compared it with the world. */
  readonly refresh?: boolean;
}

export interface ApplyOptions extends RunOptions {
  /** A saved plan; without one, plans and applies in one go. */
  readonly planFile?: string;
}

export interface ChangeCounts {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
  readonly import: number;
}

export interface PlanSummary {
  readonly hasChanges: boolean;
  readonly counts: ChangeCounts;
  readonly changes: readonly PlannedChange[];
  /** What changed outside of Terraform since the last run; of a refresh-only plan, all there is. */
  readonly drift: readonly PlannedChange[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ApplySummary {
  readonly counts: ChangeCounts;
  readonly diagnostics: readonly Diagnostic[];
}

export type ChangeAction = 'noop' | 'create' | 'read' | 'update' | 'replace' | 'delete' | 'move' | 'import' | 'forget';

export interface PlannedChange {
  readonly address: string;
  readonly resourceType: string;
  readonly action: ChangeAction;
}

export interface OutputValue {
  readonly value: unknown;
  readonly sensitive: boolean;
}

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** The resource it is about, where Terraform says so. */
  readonly address?: string;
}

export type OnTerraformEvent = (event: TerraformEvent) => void;

/** Progress, as it happens; read from Terraform's machine-readable output. */
export type TerraformEvent =
  | { readonly kind: 'planned'; readonly change: PlannedChange }
  | { readonly kind: 'drifted'; readonly change: PlannedChange }
  | { readonly kind: 'plan-summary'; readonly counts: ChangeCounts }
  | { readonly kind: 'apply-summary'; readonly counts: ChangeCounts }
  | { readonly kind: 'started'; readonly address: string; readonly action: ChangeAction }
  | { readonly kind: 'progress'; readonly address: string; readonly action: ChangeAction; readonly elapsedSeconds: number }
  | { readonly kind: 'done'; readonly address: string; readonly action: ChangeAction; readonly elapsedSeconds: number }
  | { readonly kind: 'failed'; readonly address: string; readonly action: ChangeAction; readonly elapsedSeconds: number }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'log'; readonly line: string };
