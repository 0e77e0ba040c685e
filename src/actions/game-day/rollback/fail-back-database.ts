// Lets the member of the database write again that wrote before.
import type { DatabaseCluster } from '../../../ports/databases.ts';
import { done, failed, nothingToDo, type RollBack, until } from './strategy.ts';

export type FailBackDecision =
  | { readonly kind: 'there' }
  /** A fail-over on top of another one could end without a writer. */
  | { readonly kind: 'wait'; readonly words: string }
  | { readonly kind: 'fail-over' }
  | { readonly kind: 'gone'; readonly words: string };

export function decideFailBack(cluster: DatabaseCluster | undefined, writer: string): FailBackDecision {
  if (!cluster) return { kind: 'gone', words: 'The cluster is not there any more' };
  const member = cluster.members.find(({ id }) => id === writer);
  if (!member) return { kind: 'gone', words: `${writer}, which wrote before, is not there any more` };
  if (cluster.status !== 'available') return { kind: 'wait', words: `${cluster.id} is ${cluster.status}` };
  if (member.isWriter) return { kind: 'there' };
  return member.status === 'available' ? { kind: 'fail-over' } : { kind: 'wait', words: `${member.id} is ${member.status}` };
}

export const failBackDatabase: RollBack = async ({ world, scene, gameDay: { before } }) => {
  const { database } = scene;
  if (!database || !before || before.writer === '') return nothingToDo('There is no database to fail back');
  let isMoved = false;
  let last: FailBackDecision | undefined;
  const result = await until(world, async () => {
    last = decideFailBack(await world.databases.describe(database.name), before.writer);
    if (last.kind === 'gone') return failed(last.words);
    if (last.kind === 'there') {
      return isMoved
        ? done(`${before.writer} in ${before.writerZone} writes again`)
        : nothingToDo(`${before.writer} writes, as before`);
    }
    // Asked once: until it has happened, the cluster may still look as before.
    if (last.kind === 'fail-over' && !isMoved) {
      await world.databases.failOver(database.name, before.writer);
      isMoved = true;
    }
    return undefined;
  });
  return result ?? failed(`${before.writer} does not write again${last?.kind === 'wait' ? `: ${last.words}` : ''}`);
};
