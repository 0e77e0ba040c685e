// Deploys to staging: a good release, a bad one, one whose runner dies, and a change of the platform.
import {
  badRelease,
  deployColumns,
  deployedPaths,
  deployWorkflows,
  goodRelease,
  platformChange,
  runnerDiesInBake,
} from '../operations/deploy-acts.ts';
import { inOperation, type OperationScenario } from '../operations/operation.ts';
import { timeRate } from '../operations/pace.ts';
import { type Row, renderRows } from '../operations/table.ts';

/** @returns what came of them, for a terminal */
export async function rehearseDeploys(scenario: OperationScenario): Promise<readonly string[]> {
  const rows: Row[] = [];
  await inOperation(scenario, { workflows: deployWorkflows, editedPaths: deployedPaths }, async (operation) => {
    for (const play of [goodRelease, badRelease, runnerDiesInBake, platformChange]) rows.push(await play(operation));
  });
  return [...renderRows(rows, deployColumns), '', `Time ran ${timeRate} times as fast as on a wall clock; seconds are its own.`];
}
