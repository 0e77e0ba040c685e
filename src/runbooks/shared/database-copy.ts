// A copy of the database beside the live one: what it is called, how it is marked, and how no other than that is ever deleted.
import type { Check, Obstacle, RunbookPlace } from '../../define/runbook.ts';
import type { DatabaseDetails, DatabaseMemberDetails, RestorePoint } from '../../ports/databases.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import { clusterOf, obstaclesOf, writerOf } from './database.ts';
import { unlessNow } from './not-now.ts';

/** What somebody wants back. */
export interface Wish {
  readonly point: RestorePoint;
  /** The moment that the data is of. */
  readonly moment: string;
  /** Replaces the moment at the end of the copy's name. */
  readonly name: string | undefined;
  readonly keepSeconds: number;
}

export interface CopyScope {
  readonly ports: Pick<RunbookPorts, 'databases'>;
  readonly place: RunbookPlace;
}

/** The same for all steps of a run, whenever they are planned; permissions to delete go by how it begins. */
export function copyName({ prefix }: RunbookPlace, { name, moment }: Pick<Wish, 'name' | 'moment'>): string {
  return `${prefix}-restored-${name ?? moment.replace(/\D/g, '').slice(0, 12)}`;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html */
const longestName = 63;

export function instanceName(copy: string): string {
  return `${copy}-0`;
}

interface Marks {
  readonly runbook: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** Experiments and metrics find what is live by the tag `Environment`: a copy has another one, so that none takes it for live. */
export function marksOf({ environment }: RunbookPlace, { runbook, token, expiresAt }: Marks): Readonly<Record<string, string>> {
  const environmentTag = `${environment}-restored`;
  return { Environment: environmentTag, Layer: 'restored', Runbook: runbook, RunbookToken: token, ExpiresAt: expiresAt };
}

export function isOf(tags: Readonly<Record<string, string>>, token: string): boolean {
  return tags.Layer === 'restored' && tags.RunbookToken === token;
}

/** Pure: what is in the way of any copy. Changes that are pending are not: they concern the live one only. */
export function copyObstacles(source: DatabaseDetails): readonly Obstacle[] {
  const missingWriter: Obstacle = {
    what: `${source.id} has no writer whose class a copy could have.`,
    next: 'Wait until it has one, or restore it in the console of RDS.',
  };
  return [...obstaclesOf({ ...source, pendingChanges: [] }), ...(writerOf(source) ? [] : [missingWriter])];
}

/** Pure: what is in the way of this name. */
export function nameObstacles(name: string, isTaken: boolean): readonly Obstacle[] {
  const obstacles: readonly (Obstacle | false)[] = [
    isTaken && {
      what: `There is a database cluster ${name} already.`,
      next: 'Give another `name`, or remove that one.',
    },
    (instanceName(name).length > longestName || name.includes('--')) && {
      what: `RDS takes no cluster of the name ${name}: it is too long, or has two hyphens in a row.`,
      next: 'Give a shorter, plainer `name`.',
    },
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}

/** What RDS does not come back from by itself: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/accessing-monitoring.html */
const lost = /^(failed|deleting|incompatible-.*|restore-error|storage-full|inaccessible-encryption-credentials.*)$/;

/** Pure. */
export function checkStatus(name: string, status: string | undefined): Check {
  if (status === undefined) return { kind: 'not-yet', words: `${name} is not to be seen yet` };
  if (status === 'available') return { kind: 'yes', words: `${name} is available` };
  return { kind: lost.test(status) ? 'never' : 'not-yet', words: `${name} is ${status}` };
}

/** What is not of this run stays. @throws `aws/unavailable` while RDS lets nobody delete it */
export async function removeCopy({ ports }: CopyScope, name: string, token: string): Promise<void> {
  const copy = await ports.databases.details(name);
  if (!copy || !isOf(copy.tags, token) || copy.status === 'deleting') return;
  await unlessNow(`${name} is ${copy.status}`, () => ports.databases.removeCluster(name));
}

export async function checkCopyRemoved({ ports }: CopyScope, name: string, token: string): Promise<Check> {
  return decideRemoved(name, await ports.databases.details(name), token);
}

export async function removeInstance({ ports }: CopyScope, copyOf: string, token: string): Promise<void> {
  const instance = await findInstance({ ports }, copyOf);
  if (!instance || !isOf(instance.tags, token) || instance.status === 'deleting') return;
  await unlessNow(`${instance.id} is ${instance.status}`, () => ports.databases.removeInstance(instance.id));
}

export async function checkInstanceRemoved({ ports }: CopyScope, copyOf: string, token: string): Promise<Check> {
  return decideRemoved(instanceName(copyOf), await findInstance({ ports }, copyOf), token);
}

async function findInstance({ ports }: Pick<CopyScope, 'ports'>, copyOf: string): Promise<DatabaseMemberDetails | undefined> {
  const copy = await ports.databases.details(copyOf);
  return copy?.members.find(({ id }) => id === instanceName(copyOf));
}

/** Pure. */
function decideRemoved(name: string, found: Pick<DatabaseDetails, 'status' | 'tags'> | undefined, token: string): Check {
  if (!found) return { kind: 'yes', words: `${name} is gone` };
  if (!isOf(found.tags, token)) return { kind: 'yes', words: `${name} is not of this run, and stays` };
  return { kind: 'not-yet', words: `${name} is ${found.status}` };
}

/** For whoever asked for the copy. */
export function howToUse({ place }: CopyScope, copy: DatabaseDetails): readonly string[] {
  const live = clusterOf(place);
  return [
    `The copy answers at ${copy.endpoint}, to all that may connect to ${live}; its users and their passwords are those of then.`,
    `For a master password of its own: aws rds modify-db-cluster --db-cluster-identifier ${copy.id} --manage-master-user-password --apply-immediately`,
    `It costs what an instance of ${live} costs until somebody removes it; nothing else does:`,
    `aws rds delete-db-instance --db-instance-identifier ${instanceName(copy.id)} --skip-final-snapshot`,
    `aws rds delete-db-cluster --db-cluster-identifier ${copy.id} --skip-final-snapshot`,
  ];
}
