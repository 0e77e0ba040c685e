// The two steps of every restore: the cluster, and an instance, through which it can be read.
import { type Fields, instant, optional, text } from '../../define/fields.ts';
import type { Obstacle, Scope, StepDefinition } from '../../define/runbook.ts';
import type { RunbookInputs } from '../../define/runbook-inputs.ts';
import type { RestorePoint } from '../../ports/databases.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import { clusterOf, missingCluster, writerOf } from './database.ts';
import {
  checkCopyRemoved,
  checkInstanceRemoved,
  checkStatus,
  copyName,
  howToUse,
  instanceName,
  isOf,
  marksOf,
  nameObstacles,
  removeCopy,
  removeInstance,
  type Wish,
} from './database-copy.ts';

type Wished = { readonly wish: Wish } | { readonly obstacle: Obstacle };

/** Which runbook it is, and how it reads from its inputs what is wanted. */
export interface Restore<I extends RunbookInputs> {
  readonly runbook: string;
  wish(scope: Scope<RunbookPorts, I>): Promise<Wished>;
}

/** What the two steps and their way back call, beside what restores. */
export const callsOfCopies = {
  writes: {
    'rds:CreateDBInstance': 'restored-database',
    'rds:DeleteDBInstance': 'restored-database',
    'rds:DeleteDBCluster': 'restored-database',
  },
  implied: { 'rds:AddTagsToResource': 'restored-database', 'kms:CreateGrant': 'restored-database' },
} as const;

/** With twice the pause each time, for half an hour in which RDS may not let anybody delete what it is making. */
const retries = 9;

interface CopyBefore {
  readonly copy: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly moment: string;
  /** Of a snapshot. */
  readonly snapshot?: string;
  readonly engineVersion?: string;
}

const copyBefore: Fields<CopyBefore> = {
  copy: text,
  token: text,
  expiresAt: instant,
  moment: instant,
  snapshot: optional(text),
  engineVersion: optional(text),
};

export function copyStep<I extends RunbookInputs>({ runbook, wish }: Restore<I>): StepDefinition<RunbookPorts, I, CopyBefore> {
  return {
    id: 'restore-cluster',
    title: 'Restore into a new cluster',
    about: 'Makes a cluster with the network, key and parameters of the live one, which it does not touch.',
    // It takes as long as the data is large: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-pitr.html
    timeoutSeconds: 5400,
    retries,
    before: copyBefore,
    plan: async (scope) => {
      const { ports, place, token } = scope;
      const [wished, source] = await Promise.all([wish(scope), ports.databases.details(clusterOf(place))]);
      if (!source) return { kind: 'refused', obstacle: missingCluster(clusterOf(place)) };
      if ('obstacle' in wished) return { kind: 'refused', obstacle: wished.obstacle };
      const { point, moment, keepSeconds } = wished.wish;
      const copy = copyName(place, wished.wish);
      const there = await ports.databases.details(copy);
      const [obstacle] = nameObstacles(copy, there !== undefined && !isOf(there.tags, token));
      if (obstacle) return { kind: 'refused', obstacle };
      const expiresAt = new Date(scope.now().getTime() + keepSeconds * 1000).toISOString();
      const from = point.kind === 'snapshot' && { snapshot: point.id, engineVersion: point.engineVersion };
      return {
        kind: 'change',
        changes: [
          { what: `database cluster ${copy}`, from: 'none', to: `${source.id} as it was at ${moment}` },
          { what: `how long ${copy} is meant to stay`, from: 'none', to: `until ${expiresAt}` },
        ],
        before: { copy, token, expiresAt, moment, ...from },
      };
    },
    run: async ({ ports, place }, before) => {
      const there = await ports.databases.details(before.copy);
      if (there && isOf(there.tags, before.token)) return;
      const source = await ports.databases.details(clusterOf(place));
      if (!source) throw new Error(`The cluster ${clusterOf(place)} went while it was to be restored.`);
      const tags = marksOf(place, { runbook, ...before });
      await ports.databases.restore({ name: before.copy, source, point: pointOf(before), tags });
    },
    verify: async ({ ports }, { copy }) => checkStatus(copy, (await ports.databases.details(copy))?.status),
    compensate: {
      about: 'Deletes the new cluster, if it carries the mark of this run.',
      timeoutSeconds: 3600,
      run: (scope, { copy, token }) => removeCopy(scope, copy, token),
      verify: (scope, { copy, token }) => checkCopyRemoved(scope, copy, token),
    },
  };
}

function pointOf({ moment, snapshot, engineVersion = '' }: CopyBefore): RestorePoint {
  return snapshot === undefined ? { kind: 'time', at: moment } : { kind: 'snapshot', id: snapshot, engineVersion };
}

interface InstanceBefore {
  readonly copy: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly engine: string;
  readonly instanceClass: string;
}

const instanceBefore: Fields<InstanceBefore> = {
  copy: text,
  token: text,
  expiresAt: instant,
  engine: text,
  instanceClass: text,
};

export function instanceStep<I extends RunbookInputs>({
  runbook,
  wish,
}: Restore<I>): StepDefinition<RunbookPorts, I, InstanceBefore> {
  return {
    id: 'add-instance',
    title: 'Add an instance to read it with',
    about: 'Adds one instance of the class that the live writer has, and tells how to read from it and how to remove it.',
    timeoutSeconds: 2700,
    retries,
    before: instanceBefore,
    plan: async (scope) => {
      const { ports, place, token } = scope;
      const [wished, source] = await Promise.all([wish(scope), ports.databases.details(clusterOf(place))]);
      const writer = source && writerOf(source);
      if (!writer) return { kind: 'refused', obstacle: missingCluster(clusterOf(place)) };
      if ('obstacle' in wished) return { kind: 'refused', obstacle: wished.obstacle };
      const copy = copyName(place, wished.wish);
      const { instanceClass } = writer;
      const expiresAt = new Date(scope.now().getTime() + wished.wish.keepSeconds * 1000).toISOString();
      const change = { what: `database instance ${instanceName(copy)}`, from: 'none', to: instanceClass };
      return { kind: 'change', changes: [change], before: { copy, token, expiresAt, engine: source.engine, instanceClass } };
    },
    run: async ({ ports, place }, before) => {
      const { copy, engine, instanceClass } = before;
      const there = await ports.databases.details(copy);
      if (there?.members.some(({ id, tags }) => id === instanceName(copy) && isOf(tags, before.token))) return;
      const tags = marksOf(place, { runbook, ...before });
      await ports.databases.addInstance({ name: instanceName(copy), cluster: copy, engine, instanceClass, tags });
    },
    verify: async (scope, { copy }) => {
      const found = await scope.ports.databases.details(copy);
      const instance = found?.members.find(({ id }) => id === instanceName(copy));
      const check = checkStatus(instanceName(copy), instance?.status);
      if (!found || check.kind !== 'yes') return check;
      for (const line of howToUse(scope, found)) scope.tell(line);
      return { kind: 'yes', words: `${copy} can be read at ${found.endpoint}` };
    },
    compensate: {
      about: 'Deletes the instance, if it carries the mark of this run.',
      timeoutSeconds: 3600,
      run: (scope, { copy, token }) => removeInstance(scope, copy, token),
      verify: (scope, { copy, token }) => checkInstanceRemoved(scope, copy, token),
    },
  };
}
