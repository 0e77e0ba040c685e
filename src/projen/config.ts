// What `.github/opsdeck.json` may say, for whoever writes it with projen; the actions read it strictly, whoever wrote it.
import type { RepositoryRole } from '../define/command.ts';
import type { StacksSection } from '../define/stacks-config.ts';

export interface OpsdeckConfig {
  /** Who may give a command, by its name, `preview deploy`, or by name and subject: `runbook run aurora-failover`. */
  readonly commands?: Readonly<Record<string, CommandRule>>;
  readonly gameDays?: GameDayRules;
  readonly runbooks?: RunbookRules;
  readonly stacks?: StacksSection;
}

/** The role must do, and whoever is not on a list that is there may not. */
export interface CommandRule {
  readonly permission?: Exclude<RepositoryRole, 'none'>;
  /** Logins. */
  readonly users?: readonly string[];
  /** Slugs of teams of the organization; a token has to be able to read them. */
  readonly teams?: readonly string[];
  /** The organization's own repository roles. */
  readonly roles?: readonly string[];
}

export interface GameDayRules {
  /** Where they may be played. @default ["staging"] */
  readonly environments?: readonly string[];
  /** Days without, both of them included: `2026-05-11`. */
  readonly exams?: readonly { readonly from: string; readonly to: string; readonly about: string }[];
  /** Hours with; every hour is as good as any other when left out. */
  readonly window?: {
    readonly days: readonly ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[];
    /** `09:30` */
    readonly from: string;
    readonly to: string;
    /** `Europe/London` @default "UTC" */
    readonly timeZone?: string;
  };
  /** How long after its time a scheduled one may still begin. @default 60 */
  readonly latestStartMinutes?: number;
  /** How much of the error budget has to be left. @default 20 */
  readonly leastBudgetPercent?: number;
  /** For how long no alarm may have rung. @default 3 */
  readonly quietHours?: number;
}

export interface RunbookRules {
  /** For how long an alarm has to be OK before its incident is over. @default 600 */
  readonly quietSeconds?: number;
  /** What an alarm may start by itself; never a runbook of high risk. */
  readonly automatic?: readonly {
    readonly runbook: string;
    readonly environments: readonly string[];
    readonly inputs?: Readonly<Record<string, string>>;
    readonly mostPerDay: number;
    /** @default 30 */
    readonly cooldownMinutes?: number;
  }[];
}
