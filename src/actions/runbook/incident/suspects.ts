// What may have caused an incident, or already works against it: deploys, merges, game days, runbooks, locks.
import { type Fields, instant, oneOf, optional, parseRecord, record, text } from '../../../define/fields.ts';
import type { Documents } from '../../../ports/documents.ts';
import { environmentLockKey } from '../../apply/keys.ts';
import { attempt } from '../../comment/attempt.ts';
import { type DeployJournal, isFinal } from '../../deploy/journal.ts';
import { gatherJournal as gatherDeploy } from '../../deploy/journal-store.ts';
import { shortSha } from '../../deploy/words.ts';
import { hasExpired } from '../../environment/hold.ts';
import { gatherHold } from '../../environment/hold-store.ts';
import { gatherJournal as gatherGameDay } from '../../game-day/journal.ts';
import { gatherLockAt } from '../../lock/hold-lock.ts';
import { ownerText } from '../../preview/lock.ts';
import { type Acceptance, finalStates, isInTheWay, openStates, type RunbookJournal } from '../engine/journal.ts';
import { journalsOf } from '../engine/keys.ts';
import type { IncidentWorld } from './world.ts';

export interface Suspect {
  readonly kind: 'deploy' | 'merge' | 'game-day' | 'runbook' | 'lock' | 'hold';
  /** Without a full stop; hostile where it repeats what a person wrote. */
  readonly words: string;
  readonly at: string;
  readonly endedAt?: string;
  readonly url?: string;
  /** It still changes the environment. */
  readonly isUnderWay: boolean;
  /** It changed the environment for good: what an incident may have been mitigated by. */
  readonly hasChanged: boolean;
}

/** So far back is looked: an older change is rarely the cause. */
export const suspectSeconds = 2 * 3600;
const mostMerges = 8;
/** Targets of runbooks are few. */
const mostJournals = 30;

type Gathering = Pick<IncidentWorld, 'documents' | 'workflowRuns' | 'progress' | 'clock' | 'settings'>;

/** Newest first. What cannot be read is a warning: an incident is told of without it. */
export async function gatherSuspects(world: Gathering): Promise<readonly Suspect[]> {
  const { environment } = world.settings;
  const sinceMs = world.clock.now().getTime() - suspectSeconds * 1000;
  const parts: readonly (readonly [string, () => Promise<readonly Suspect[]>])[] = [
    ['deploys', () => deploySuspects(world.documents, environment)],
    ['merges', () => mergeSuspects(world)],
    ['game days', () => gameDaySuspects(world.documents, environment)],
    ['runbooks', () => runbookSuspects(world.documents, environment)],
    ['locks', () => lockSuspects(world, environment)],
    ['holds', () => holdSuspects(world, environment)],
  ];
  const gathered = await Promise.all(parts.map(([what, gather]) => attempt(world, `read the ${what} of ${environment}`, gather)));
  return gathered
    .flatMap((found) => found ?? [])
    .filter(({ isUnderWay, at, endedAt = at }) => isUnderWay || Date.parse(endedAt) >= sinceMs)
    .sort((one, other) => other.at.localeCompare(one.at));
}

async function deploySuspects(documents: Documents, environment: string): Promise<readonly Suspect[]> {
  const found = await gatherDeploy(documents, environment);
  return found.kind === 'valid' ? [deploySuspect(found.journal)] : [];
}

function deploySuspect(journal: DeployJournal): Suspect {
  const { kind, state, release, before, by, startedAt, endedAt, runUrl } = journal;
  const from = before ? `, ${shortSha(before.commit)} before` : '';
  return {
    kind: 'deploy',
    words: `${kind} of ${shortSha(release.commit)}${by ? ` by ${by}` : ''}${from}: ${state}`,
    at: startedAt,
    ...(endedAt !== undefined && { endedAt }),
    url: runUrl,
    isUnderWay: !isFinal(journal),
    hasChanged: state === 'kept' || state === 'rolled-back',
  };
}

/** Each push to the default branch starts a deploy: what was merged is what those were started for. */
async function mergeSuspects({ workflowRuns }: Gathering): Promise<readonly Suspect[]> {
  const runs = await workflowRuns.latestOfBranch({ workflowFile: 'deploy.yml', branch: 'main', event: 'push' });
  return runs.slice(0, mostMerges).map(({ headSha, createdAt, status, conclusion, url }) => ({
    kind: 'merge',
    words: `merge of ${shortSha(headSha)} to main; its deploy: ${conclusion ?? status}`,
    at: new Date(createdAt).toISOString(),
    url,
    isUnderWay: false,
    hasChanged: false,
  }));
}

async function gameDaySuspects(documents: Documents, environment: string): Promise<readonly Suspect[]> {
  const found = await gatherGameDay(documents, environment);
  if (found.kind !== 'valid') return [];
  const { drill, zone, by, phase, verdict, startedAt, endedAt, runUrl, issueUrl } = found.gameDay;
  const state = verdict ?? phase;
  return [
    {
      kind: 'game-day',
      words: `game day ${drill}${zone ? ` in ${zone}` : ''} by ${by}: ${state}`,
      at: startedAt,
      ...(endedAt !== undefined && { endedAt }),
      url: issueUrl ?? runUrl,
      isUnderWay: phase !== 'ended',
      hasChanged: false,
    },
  ];
}

/** As much of the journal of a runbook as is told here. */
type RunbookTrace = Pick<RunbookJournal, 'runbook' | 'target' | 'state' | 'by' | 'startedAt' | 'endedAt' | 'runUrl' | 'accepted'>;

const traceFields: Fields<RunbookTrace> = {
  runbook: text,
  target: text,
  state: oneOf(...openStates, ...finalStates),
  by: text,
  startedAt: instant,
  endedAt: optional(instant),
  runUrl: text,
  accepted: optional(record<Acceptance>({ by: text, at: instant, reason: text })),
};

async function runbookSuspects(documents: Documents, environment: string): Promise<readonly Suspect[]> {
  const keys = (await documents.list(journalsOf(environment))).filter((key) => key.endsWith('.json'));
  const found = await Promise.all(keys.slice(0, mostJournals).map((key) => documents.read(key)));
  return found.flatMap((stored) => {
    const parsed = stored && parseRecord(stored.value, traceFields);
    if (parsed?.kind !== 'valid') return [];
    const { runbook, target, state, by, startedAt, endedAt, runUrl } = parsed.value;
    // One that is stuck has ended, and keeps others from its target all the same.
    return {
      kind: 'runbook' as const,
      words: `runbook ${runbook} on ${target} by ${by}: ${state}`,
      at: startedAt,
      ...(endedAt !== undefined && { endedAt }),
      url: runUrl,
      isUnderWay: isInTheWay(parsed.value),
      hasChanged: state === 'done',
    };
  });
}

async function lockSuspects(world: Gathering, environment: string): Promise<readonly Suspect[]> {
  const facts = await gatherLockAt(world, environmentLockKey(environment));
  if (facts.kind !== 'held') return [];
  const { owner, reason, since } = facts.lock;
  const state = facts.holderIsActive ? 'holds the environment' : 'has ended without releasing the environment';
  return [
    {
      kind: 'lock',
      words: `${ownerText(owner)} ${state}: ${reason}`,
      at: since,
      isUnderWay: facts.holderIsActive,
      hasChanged: false,
    },
  ];
}

async function holdSuspects({ documents, clock }: Gathering, environment: string): Promise<readonly Suspect[]> {
  const facts = await gatherHold(documents, environment);
  if (facts.kind !== 'held' || hasExpired(facts.hold, clock.now())) return [];
  const { by, reason, since, commentUrl } = facts.hold;
  return [{ kind: 'hold', words: `locked by ${by}: ${reason}`, at: since, url: commentUrl, isUnderWay: true, hasChanged: false }];
}
