// Runbooks on staging: each planned, run into a failure and undone, and run; then an incident from its alarm to its end.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  diesAndGoesOn,
  type IncidentTimes,
  incident,
  incidentPaths,
  incidentWorkflows,
  renderIncidentTimes,
} from '../operations/incident-acts.ts';
import { inOperation, type OperationScenario } from '../operations/operation.ts';
import { timeRate } from '../operations/pace.ts';
import { allRunbooks, expectCases } from '../operations/runbook-acts.ts';
import { measuredOf, type RunbookRow, renderRunbookRows } from '../operations/runbook-table.ts';

export interface RunbooksScenario extends OperationScenario {
  /** Given, what each runbook took is written there, for its documentation. */
  readonly recordFile?: string;
}

/** @returns what came of them, for a terminal */
export async function rehearseRunbooks(scenario: RunbooksScenario): Promise<readonly string[]> {
  const { checkout, recordFile } = scenario;
  // Before anything is brought up: what is missing is known.
  expectCases();
  let rows: readonly RunbookRow[] = [];
  let times: IncidentTimes | undefined;
  const played = { workflows: incidentWorkflows, editedPaths: incidentPaths };
  await inOperation(scenario, played, async (operation) => {
    rows = await allRunbooks(operation);
    await diesAndGoesOn(operation);
    // Once an alarm has rung, its error budget is burnt for hours: what makes one ring comes last.
    times = await incident(operation, checkout);
  });
  if (recordFile !== undefined) await record(recordFile, rows);
  return [
    ...renderRunbookRows(rows),
    '',
    ...(times ? [renderIncidentTimes(times)] : []),
    `Time ran ${timeRate} times as fast as on a wall clock; seconds are its own.`,
    ...(recordFile === undefined ? [] : [`Recorded: ${recordFile}; "npx projen" writes it into the pages of the runbooks.`]),
  ];
}

async function record(file: string, rows: readonly RunbookRow[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(measuredOf(rows), null, 2)}\n`);
}
