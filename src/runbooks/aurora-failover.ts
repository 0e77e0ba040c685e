// Lets another member of the database write.
import { text } from '../define/fields.ts';
import type { Check, Obstacle, Scope } from '../define/runbook.ts';
import type { DatabaseDetails, DatabaseMemberDetails } from '../ports/databases.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';
import { asking } from './asking.ts';
import { clusterOf, missingCluster, obstaclesOf, writerOf } from './shared/database.ts';
import { notNow, unlessNow } from './shared/not-now.ts';

const inputs = {
  to: {
    kind: 'name',
    optional: true,
    about: 'The instance that is to write, or the zone that it is to be in; otherwise a reader in another zone',
    example: 'eu-west-2b',
  },
} as const;

const { runbook, step } = asking(inputs);

type FailoverScope = Scope<RunbookPorts, typeof inputs>;

type Choice =
  | { readonly kind: 'reader'; readonly reader: DatabaseMemberDetails }
  | { readonly kind: 'there'; readonly writer: DatabaseMemberDetails }
  | { readonly kind: 'nobody'; readonly obstacle: Obstacle };

/** Pure: of those that are asked for, the one that Aurora would take, too, by its promotion tier. */
function chooseReader(cluster: DatabaseDetails, to: string | undefined): Choice {
  const writer = writerOf(cluster);
  if (writer && to !== undefined && isMeant(writer, to)) return { kind: 'there', writer };
  const readers = cluster.members.filter(({ isWriter }) => !isWriter);
  const meant = readers.filter((reader) => (to === undefined ? reader.zone !== writer?.zone : isMeant(reader, to)));
  const [reader] = meant
    .filter(({ status }) => status === 'available')
    .toSorted((one, other) => one.promotionTier - other.promotionTier || one.id.localeCompare(other.id));
  if (reader) return { kind: 'reader', reader };
  return { kind: 'nobody', obstacle: nobody(cluster, meant.length > 0 ? meant : readers, to) };
}

function isMeant({ id, zone }: DatabaseMemberDetails, to: string): boolean {
  return id === to || zone === to;
}

function nobody({ id }: DatabaseDetails, readers: readonly DatabaseMemberDetails[], to: string | undefined): Obstacle {
  const there = readers.map((reader) => `${reader.id} in ${reader.zone} (${reader.status})`).join(', ');
  if (readers.length === 0) {
    return { what: `${id} has no reader that could write.`, next: 'Add an instance to the cluster by deploying the platform.' };
  }
  return to === undefined
    ? { what: `${id} has no available reader in another zone: ${there}.`, next: 'Name an instance with `to`, or wait for one.' }
    : {
        what: `Nothing that is available is meant by ${to}; there is ${there}.`,
        next: 'Name one of these, or its zone, with `to`.',
      };
}

const failOverStep = step({
  id: 'fail-over',
  title: 'Let another member write',
  about: 'Fails over to the reader with the lowest promotion tier in another zone, or to the one that was asked for.',
  // "Less than 60 seconds, and often less than 30"; the former writer restarts as a reader after that:
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
  timeoutSeconds: 300,
  // With twice the pause each time, for the minutes in which a fail-over that is to be undone may still go on.
  retries: 7,
  before: { writer: text, to: text },
  plan: async ({ ports, place, inputs: { to } }) => {
    const cluster = await ports.databases.details(clusterOf(place));
    const writer = cluster && writerOf(cluster);
    if (!cluster || !writer) return { kind: 'refused', obstacle: missingCluster(clusterOf(place)) };
    const choice = chooseReader(cluster, to);
    if (choice.kind === 'there') return { kind: 'nothing', why: `${writer.id} in ${writer.zone} writes already` };
    if (choice.kind === 'nobody') return { kind: 'refused', obstacle: choice.obstacle };
    const { reader } = choice;
    const change = { what: `writer of ${cluster.id}`, from: inWords(writer), to: inWords(reader) };
    return { kind: 'change', changes: [change], before: { writer: writer.id, to: reader.id } };
  },
  run: async ({ ports, place }, { to }) => {
    const cluster = await ports.databases.details(clusterOf(place));
    // Asked for by an earlier try: once more would be refused, or interrupt the writer again.
    if (cluster && (writerOf(cluster)?.id === to || cluster.status === 'failing-over')) return;
    await ports.databases.failOver(clusterOf(place), to);
  },
  verify: (scope, { to }) => checkWriter(scope, to),
  compensate: {
    about: 'Lets the member write again that wrote before; users notice it a second time.',
    timeoutSeconds: 600,
    run: (scope, { writer }) => failBack(scope, writer),
    verify: (scope, { writer }) => checkWriter(scope, writer),
  },
});

function inWords({ id, zone }: DatabaseMemberDetails): string {
  return `${id} (${zone})`;
}

async function checkWriter({ ports, place }: FailoverScope, wanted: string): Promise<Check> {
  const cluster = await ports.databases.details(clusterOf(place));
  return decideWriter(cluster, wanted);
}

/** Pure. */
function decideWriter(cluster: DatabaseDetails | undefined, wanted: string): Check {
  const member = cluster?.members.find(({ id }) => id === wanted);
  if (!cluster || !member) return { kind: 'never', words: `${wanted} is not there any more` };
  if (cluster.status !== 'available') return { kind: 'not-yet', words: `${cluster.id} is ${cluster.status}` };
  if (!member.isWriter) return { kind: 'not-yet', words: `${writerOf(cluster)?.id ?? 'nobody'} writes, not ${wanted}` };
  const restarting = cluster.members.filter(({ status }) => status !== 'available');
  if (restarting.length === 0) return { kind: 'yes', words: `${inWords(member)} writes, and all members are available` };
  return { kind: 'not-yet', words: restarting.map(({ id, status }) => `${id} is ${status}`).join(', ') };
}

/** On top of another fail-over, one could end without a writer. */
async function failBack({ ports, place }: FailoverScope, writer: string): Promise<void> {
  const cluster = await ports.databases.details(clusterOf(place));
  const member = cluster?.members.find(({ id }) => id === writer);
  // What is not there any more, `verify` tells.
  if (!cluster || !member) return;
  if (cluster.status !== 'available') throw notNow(`${cluster.id} is ${cluster.status}`);
  if (member.isWriter) return;
  if (member.status !== 'available') throw notNow(`${writer} is ${member.status}`);
  await unlessNow(`${cluster.id} is changing`, () => ports.databases.failOver(cluster.id, writer));
}

export const auroraFailover = runbook({
  id: 'aurora-failover',
  title: 'Fail the database over',
  about: 'Makes a reader of the Aurora cluster its writer. Connections to the writer break, and come back within a minute.',
  when: [
    'The writer is slow, short of memory or stuck, or the zone that it is in has trouble, and its readers are well.',
    'Not because of one slow query: it moves along with its users; find and end it instead.',
    'Not when the readers lag by seconds because of the load itself: the new writer has the same load.',
  ],
  symptoms: ['database-cpu', 'database-memory', 'database-replica-lag', 'database-commit-latency'],
  risk: 'high',
  permission: 'maintain',
  calls: {
    reads: ['rds:DescribeDBClusters', 'rds:DescribeDBInstances'],
    writes: { 'rds:FailoverDBCluster': 'database-cluster' },
  },
  target: () => 'database',
  check: async ({ ports, place, inputs: { to } }) => {
    const cluster = await ports.databases.details(clusterOf(place));
    if (!cluster) return [missingCluster(clusterOf(place))];
    const choice = chooseReader(cluster, to);
    return [...obstaclesOf(cluster), ...(choice.kind === 'nobody' ? [choice.obstacle] : [])];
  },
  steps: [failOverStep],
  // As long as it takes an alarm of five one-minute periods to begin to ring.
  settleSeconds: 300,
});
