// Game days on staging: one that passes, one whose runner dies, one without data, one that finds a weakness, one that is refused.
import { firing, gameDayColumns, gameDayWorkflow, healthy, noData, runnerDies, weakness } from '../operations/game-day-acts.ts';
import { inOperation, type OperationScenario } from '../operations/operation.ts';
import { timeRate } from '../operations/pace.ts';
import { type Row, renderRows } from '../operations/table.ts';

/** @returns what came of them, for a terminal */
export async function rehearseGameDays(scenario: OperationScenario): Promise<readonly string[]> {
  const rows: Row[] = [];
  await inOperation(scenario, { workflows: [gameDayWorkflow] }, async (operation) => {
    // Once an alarm has rung, the environment is not steady for hours: what makes one ring comes last.
    for (const play of [healthy, runnerDies, noData, weakness, firing]) rows.push(await play(operation));
  });
  return [
    ...renderRows(rows, gameDayColumns),
    '',
    `Time ran ${timeRate} times as fast as on a wall clock; seconds are its own.`,
    `Reports: ${scenario.reportFolder}/game-day-*.html`,
  ];
}
