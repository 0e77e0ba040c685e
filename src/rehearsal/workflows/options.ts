// What a workflow runner is given: the repository, the servers, tokens, secrets, and what stands in for remote actions.
import type { JobIdentity, RunEvent, RunIdentity } from './records.ts';
import type { Permissions } from './rules/permissions.ts';

export interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  readonly ownerId: number;
}

type Texts = Readonly<Record<string, string>>;

export interface EnvironmentSettings {
  readonly variables?: Texts;
  readonly secrets?: Texts;
}

/** Time, so that a test or a rehearsal need not wait for time-outs. */
export interface Clock {
  nowMs(): number;
  /** Resolves when the time has passed or the signal aborts, whichever comes first. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface RunnerOptions {
  /** Everything it writes is below. */
  readonly temporaryFolder: string;
  readonly repository: Repository;
  /** What steps see as GITHUB_SERVER_URL and GITHUB_API_URL. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** Asked once a job; the scopes are all that the token may do. */
  readonly tokenFor: (permissions: Permissions, job: JobIdentity) => string | Promise<string>;
  /** Told when the job has ended, whichever way. */
  readonly revoke?: (token: string) => void | Promise<void>;
  /** The repository's setting for jobs that do not say what they need: reading contents and packages when left out. */
  readonly defaultPermissions?: Permissions;
  /** By `owner/repository` or `owner/repository/path`, for whatever ref; they come on top of the built-in artifacts. */
  readonly standIns: Readonly<Record<string, StandIn>>;
  /** The folder of a remote action that lies on this machine, by what `uses` says; it is run as it is. */
  readonly findAction?: (uses: string) => string | undefined;
  readonly variables?: Texts;
  readonly secrets?: Texts;
  readonly environments?: Readonly<Record<string, EnvironmentSettings>>;
  readonly onEvent: (event: RunEvent) => void;
  /** Asked before a job with an environment starts, as its protection rules are; approved when left out. */
  readonly onEnvironment?: (request: EnvironmentRequest) => Promise<EnvironmentDecision>;
  /** Of every step: PATH, HOME, and what points at the emulated cloud. Nothing of this process is inherited. */
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  /** A new text that nobody can guess, at each call. */
  readonly randomId: () => string;
  /** Aborting cancels every run, and whatever is dispatched later. */
  readonly signal: AbortSignal;
}

export interface EnvironmentRequest {
  readonly environment: string;
  readonly job: JobIdentity;
  /** Aborted when the job is cancelled while it waits. */
  readonly signal: AbortSignal;
}

export type EnvironmentDecision = 'approved' | 'rejected';

/** Plays a remote action. An error that it throws fails the step, with its message as the annotation. */
export interface StandIn {
  /** What it does instead, in a few words: every use of it says so. */
  readonly about: string;
  /** Each input that it understands, with its default; another one is refused. */
  readonly inputs: Texts;
  readonly main: (step: StandInStep) => Promise<void>;
  readonly post?: (step: StandInStep) => Promise<void>;
}

export interface StandInStep {
  readonly uses: string;
  readonly inputs: Texts;
  /** All of the step's environment, GITHUB_* and RUNNER_* included. */
  readonly env: Texts;
  readonly run: RunIdentity;
  readonly job: JobIdentity;
  /** `github.token`. */
  readonly token: string;
  /** Kept between main and post. */
  readonly state: Map<string, string>;
  readonly signal: AbortSignal;
  log(line: string): void;
  warn(message: string): void;
  setOutput(name: string, value: string): void;
  exportVariable(name: string, value: string): void;
  addPath(path: string): void;
  addMask(secret: string): void;
}
