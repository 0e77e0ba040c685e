// The Evidence port in memory: a test says what there is to be found.
import type { ChangeRecord, EventRecord, Evidence, LogLine, StoppedTask, TargetHealth } from '../../src/ports/evidence.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface EvidenceSetup {
  readonly logs?: readonly LogLine[];
  /** By the name of the target group. */
  readonly targets?: Readonly<Record<string, readonly TargetHealth[]>>;
  readonly databaseEvents?: readonly EventRecord[];
  readonly cacheEvents?: readonly EventRecord[];
  readonly serviceEvents?: readonly EventRecord[];
  /** By the name of the service. */
  readonly stoppedTasks?: Readonly<Record<string, readonly StoppedTask[]>>;
  readonly changes?: readonly ChangeRecord[];
}

export function memoryEvidence(setup: EvidenceSetup = {}): Troubled<Evidence> {
  const {
    logs = [],
    targets = {},
    databaseEvents = [],
    cacheEvents = [],
    serviceEvents = [],
    stoppedTasks = {},
    changes = [],
  } = setup;
  const eventsOf = (events: readonly EventRecord[], name: string, since: Date) =>
    newestFirst(events).filter(({ source, at }) => (source === name || source.startsWith(`${name}-`)) && isSince(at, since));
  return troubled<Evidence>({
    logs: async (groups, { pattern, since, most }) => {
      const expression = expressionOf(pattern);
      const found = logs.filter(
        ({ group, at, message }) => groups.includes(group) && isSince(at, since) && expression.test(message),
      );
      return newestFirst(found).slice(0, most);
    },
    targetHealth: async (prefix) =>
      Object.entries(targets).flatMap(([name, healths]) => (name.startsWith(prefix) ? healths : [])),
    databaseEvents: async (cluster, since) => eventsOf(databaseEvents, cluster, since),
    cacheEvents: async (group, since) => eventsOf(cacheEvents, group, since),
    serviceEvents: async (_, service, since) => eventsOf(serviceEvents, service, since),
    stoppedTasks: async (_, service) => stoppedTasks[service] ?? [],
    changes: async (since, most) =>
      newestFirst(changes)
        .filter(({ at }) => isSince(at, since))
        .slice(0, most),
  });
}

const isSince = (at: string, since: Date): boolean => Date.parse(at) >= since.getTime();

function newestFirst<T extends { readonly at: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((one, other) => other.at.localeCompare(one.at));
}

/** Insights takes flags in front of an expression. */
function expressionOf(pattern: string): RegExp {
  return pattern.startsWith('(?i)') ? new RegExp(pattern.slice('(?i)'.length), 'i') : new RegExp(pattern);
}
