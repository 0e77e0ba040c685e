// Whether an alarm may start a runbook by itself, as data; what was started is written down before it runs.
import { failure } from '../../../define/failure.ts';
import { type Fields, instant, list, type Parsed, parseRecord, record, text } from '../../../define/fields.ts';
import type { Documents } from '../../../ports/documents.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import type { AutomaticRule } from '../config.ts';
import type { Incident } from './incident.ts';
import { automaticKey } from './keys.ts';
import type { Suspect } from './suspects.ts';

/** What alarms have started in an environment within a day. */
export interface Ledger {
  readonly starts: readonly Start[];
}

interface Start {
  readonly runbook: string;
  readonly incident: string;
  readonly at: string;
}

const fields: Fields<Ledger> = { starts: list(record<Start>({ runbook: text, incident: text, at: instant })) };
const dayMs = 24 * 3_600_000;

export interface AutomaticFacts {
  readonly now: Date;
  readonly environment: string;
  readonly incident: Incident;
  /** Of its alarms, the likeliest first. */
  readonly matching: readonly Runbook[];
  readonly rules: readonly AutomaticRule[];
  /** Nothing where nobody can tell. */
  readonly ledger: Ledger | undefined;
  readonly suspects: readonly Suspect[];
  readonly isStorm: boolean;
}

export type AutomaticDecision =
  | { readonly kind: 'run'; readonly runbook: Runbook; readonly rule: AutomaticRule }
  /** There is a rule, and something speaks against it; without a full stop. */
  | { readonly kind: 'leave'; readonly runbook: string; readonly because: string }
  /** No rule is about it. */
  | { readonly kind: 'none' };

export function decideAutomatic(facts: AutomaticFacts): AutomaticDecision {
  const found = facts.matching.flatMap((runbook) => {
    const rule = facts.rules.find((each) => each.runbook === runbook.id && each.environments.includes(facts.environment));
    return rule ? [{ runbook, rule }] : [];
  });
  const [first] = found.filter(({ runbook }) => !hasTried(facts.incident, runbook.id));
  if (!first) return { kind: 'none' };
  const because = whatSpeaksAgainst(facts, first.runbook, first.rule);
  return because === undefined ? { kind: 'run', ...first } : { kind: 'leave', runbook: first.runbook.id, because };
}

/** What did not help once is a person's matter, and so is what died. */
function hasTried({ automatic }: Incident, runbook: string): boolean {
  return automatic.some((run) => run.runbook === runbook);
}

function whatSpeaksAgainst(facts: AutomaticFacts, { id, risk }: Runbook, rule: AutomaticRule): string | undefined {
  const { now, incident, isStorm, suspects, ledger } = facts;
  if (risk === 'high') return 'it is of high risk';
  if (isStorm) return 'too many alarms ring for anything to be started by itself';
  if (incident.acknowledged) return `${incident.acknowledged.by} is at it`;
  const busy = suspects.find(({ isUnderWay }) => isUnderWay);
  if (busy) return `something is under way: ${busy.words}`;
  if (!ledger) return 'nobody can tell what alarms have started today';
  const starts = ledger.starts.filter(({ runbook, at }) => runbook === id && now.getTime() - Date.parse(at) < dayMs);
  if (starts.length >= rule.mostPerDay) return `alarms have started it ${starts.length} times within 24 hours already`;
  const last = Math.max(0, ...starts.map(({ at }) => Date.parse(at)));
  if (now.getTime() - last < rule.cooldownMinutes * 60_000)
    return `an alarm has started it less than ${rule.cooldownMinutes} minutes ago`;
  return undefined;
}

/** @throws `incident/ledger-unreadable`: nobody can tell what has been started today */
export async function gatherLedger(documents: Documents, environment: string): Promise<{ ledger: Ledger; version?: string }> {
  const found = await documents.read(automaticKey(environment));
  if (!found) return { ledger: { starts: [] } };
  const parsed: Parsed<Ledger> = parseRecord(found.value, fields);
  if (parsed.kind === 'valid') return { ledger: parsed.value, version: found.version };
  throw failure({
    code: 'incident/ledger-unreadable',
    what: `${automaticKey(environment)} is none of ours, so nobody can tell what alarms have started within a day.`,
    next: 'Remove that document from the state bucket; until then no alarm starts anything.',
    details: parsed.problems,
  });
}

/** Written down before it runs. @returns false when another run has written meanwhile: then nothing is started */
export async function claimStart(documents: Documents, environment: string, start: Start): Promise<boolean> {
  const { ledger, version } = await gatherLedger(documents, environment);
  const sinceMs = Date.parse(start.at) - dayMs;
  const starts = [...ledger.starts.filter(({ at }) => Date.parse(at) >= sinceMs), start];
  const key = automaticKey(environment);
  const written =
    version === undefined ? await documents.create(key, { starts }) : await documents.replace(key, { starts }, version);
  return written !== undefined;
}
