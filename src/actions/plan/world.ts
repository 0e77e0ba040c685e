// What planning a pull request is given: the ports, the settings, and what is planned.
import type { StackLayout } from '../../define/synth-layout.ts';
import type { Checks } from '../../ports/checks.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Images } from '../../ports/images.ts';
import type { Issues } from '../../ports/issues.ts';
import type { Progress } from '../../ports/progress.ts';
import type { PullRequests } from '../../ports/pull-requests.ts';
import type { TerraformFolders } from '../../ports/terraform.ts';
import type { PreviewPolicy } from './preview-decision.ts';

export interface PlanWorld {
  readonly pullRequests: PullRequests;
  readonly comments: Comments;
  readonly checks: Checks;
  readonly issues: Issues;
  readonly documents: Documents;
  readonly images: Images;
  readonly terraform: TerraformFolders;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly settings: PlanSettings;
}

export interface PlanSettings {
  /** Absolute path of what was synthesized; the gate has let it through. */
  readonly folder: string;
  /** The JSON of each stack by its path in that folder: what Terraform does not tell, such as construct paths. */
  readonly stacks: ReadonlyMap<string, unknown>;
  /** The two layers of the reference platform when left out. */
  readonly layout?: StackLayout;
  readonly environment: string;
  readonly bucket: string;
  readonly domain: string;
  /** Empty where there is none: then there are no previews. */
  readonly image: string;
  readonly imagePatienceSeconds: number;
  readonly policy: PreviewPolicy;
  readonly maximumPreviews: number;
  readonly runUrl: string;
}
