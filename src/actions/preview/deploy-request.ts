// What a deploy is asked to do, and what can become of it.
import type { Failure } from '../../define/failure.ts';
import type { RunOptions } from '../../ports/terraform.ts';
import type { Obstacle } from '../environment/hold.ts';
import type { Shape } from '../plan/preview-decision.ts';
import type { Quantity } from './cost.ts';
import type { DestroyResult } from './destroy-request.ts';
import type { Layer } from './keys.ts';
import type { Lock } from './lock.ts';

export type Variables = NonNullable<RunOptions['variables']>;

interface RequestBase {
  readonly pullRequest: number;
  readonly headSha: string;
  /** Why it has its shape, as the comment says it. */
  readonly reason: string;
  /** Login of who commands it; nothing where an event does, a push for instance. */
  readonly actor?: string;
  readonly image: string;
  /** `https://pr-7.<domain>`; empty without a domain. */
  readonly url: string;
  /** What runs all day, for the estimate of its cost. */
  readonly quantities: readonly Quantity[];
  /** As the plan's comment shows it; of the bytes that `terraform show -json` prints. */
  readonly digestOfPlan: (plan: Uint8Array, layer: Layer) => string | Promise<string>;
}

/** Working folder of Terraform (synthesized, and let through by the gate), and the values of its variables. */
export interface LayerRequest {
  readonly folder: string;
  readonly variables: Variables;
}

export interface SharedRequest extends RequestBase {
  readonly shape: 'shared';
  /** `cache_slot` is added to its variables. */
  readonly service: LayerRequest;
  /** Of the plan that was commented: nothing else is applied. */
  readonly expectedDigest: string;
  /** The slot that it was planned with. */
  readonly preferredSlot?: number;
}

export interface IsolatedRequest extends RequestBase {
  readonly shape: 'isolated';
  readonly platform: LayerRequest;
  /** Can be planned only when the platform is up, so no plan of it was commented; of one stack alone there is none. */
  readonly service?: LayerRequest;
  /** Of the platform's plan. */
  readonly expectedDigest: string;
}

export type DeployRequest = SharedRequest | IsolatedRequest;

export type DeployResult =
  | { readonly kind: 'live'; readonly url: string; readonly expiresAt: string; readonly slot?: number }
  | { readonly kind: 'queued'; readonly shape: Shape; readonly live: number; readonly maximum: number }
  /** `isLive`: this commit was applied before the other one was seen. */
  | { readonly kind: 'superseded'; readonly by: string; readonly isLive: boolean }
  | { readonly kind: 'closed'; readonly destroyed: DestroyResult }
  /** A person holds the environment: nothing was changed. `isCommanded`: somebody waits for the answer. */
  | { readonly kind: 'held'; readonly environment: string; readonly by: Obstacle; readonly isCommanded: boolean }
  | { readonly kind: 'locked'; readonly by: Lock }
  | { readonly kind: 'failed'; readonly failure: Failure };
