// All that the doctor knows when it judges: what was asked, and what could not be.
import { isFailure } from '../../define/failure.ts';
import type { RoleName } from '../../define/github-settings.ts';
import type { PartName } from '../../define/parts.ts';
import type { StackLayout } from '../../define/synth-layout.ts';
import type {
  BucketSettings,
  CallerIdentity,
  Certificate,
  HostedZone,
  IdentityProvider,
  TrustedRole,
} from '../../ports/account.ts';
import type {
  ActionsPolicy,
  BranchProtection,
  GitHubEnvironment,
  RepositoryFacts,
  WorkflowToken,
} from '../../ports/repository-settings.ts';

export type Fact<T> =
  | { readonly kind: 'known'; readonly value: T }
  /** Nobody to ask, or somebody who may not ask. */
  | { readonly kind: 'not-asked'; readonly why: string; readonly how: string }
  | { readonly kind: 'failed'; readonly what: string; readonly next: string };

export interface WorkflowFile {
  readonly name: string;
  readonly text: string;
}

export interface WorkflowFiles {
  /** `the default branch of acme/platform`, or a folder. */
  readonly place: string;
  readonly files: readonly WorkflowFile[];
}

export interface DoctorFacts {
  readonly opsdeckVersion: string;
  readonly nodeVersion: string;
  /** `Terraform 1.11.4`, or why there is none. */
  readonly terraform: Fact<string>;
  readonly caller: Fact<CallerIdentity>;
  readonly provider: Fact<IdentityProvider | undefined>;
  readonly roles: Readonly<Record<RoleName, Fact<TrustedRole | undefined>>>;
  readonly bucket: Fact<{ readonly name: string; readonly settings: BucketSettings | undefined }>;
  readonly zone: Fact<HostedZone | undefined>;
  readonly certificates: Fact<readonly Certificate[]>;
  readonly repository: Fact<RepositoryFacts | undefined>;
  readonly environments: Fact<readonly GitHubEnvironment[]>;
  readonly variables: Fact<Readonly<Record<string, string>>>;
  readonly actionsPolicy: Fact<ActionsPolicy>;
  readonly workflowToken: Fact<WorkflowToken>;
  readonly protection: Fact<BranchProtection>;
  readonly workflows: Fact<WorkflowFiles>;
  /** By `.github/opsdeck.json`. */
  readonly layout: Fact<StackLayout>;
}

/** What the facts are held against. */
export interface Wanted {
  readonly region: string;
  /** `owner/name` */
  readonly repository?: string;
  readonly domain?: string;
  /** Those whose workflows the repository has; all of them where nobody knows. */
  readonly parts: readonly PartName[];
  readonly layout: StackLayout;
}

export function known<T>(value: T): Fact<T> {
  return { kind: 'known', value };
}

export function notAsked<T>(why: string, how: string): Fact<T> {
  return { kind: 'not-asked', why, how };
}

/** Who may not ask has learned nothing; GitHub tells some of them that there is nothing. */
const mayNotAsk: readonly string[] = ['aws/access-denied', 'github/forbidden', 'github/not-found'];

/** What fails as expected becomes a fact; bugs throw. */
export async function learn<T>(ask: () => Promise<T>): Promise<Fact<T>> {
  try {
    return known(await ask());
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { code, message, next } = error;
    return mayNotAsk.includes(code) ? notAsked(message, next) : { kind: 'failed', what: message, next };
  }
}

export function valueIn<T>(fact: Fact<T>): T | undefined {
  return fact.kind === 'known' ? fact.value : undefined;
}
