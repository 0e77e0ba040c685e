// Plants a failure in the middle of a runbook's run: an alarm that rings, a call that is denied, somebody who cancels it.
import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import type { RunbookJournal } from '../../actions/runbook/engine/journal.ts';
import { prefixOf } from '../../stacks/names.ts';
import { denyOnce } from '../emulator/simulation.ts';
import type { WorkflowRun } from '../workflows/records.ts';
import { type Operation, until } from './operation.ts';
import { environment } from './platform.ts';
import type { PlantedFailure } from './runbook-case.ts';

/** What has to be there before the run begins. */
export async function plant({ client }: Pick<Operation, 'client'>, failure: PlantedFailure): Promise<void> {
  if (failure.kind === 'denied') await denyOnce(client.endpoint, failure.trap);
}

interface Running {
  readonly run: WorkflowRun;
  readonly journal: () => Promise<RunbookJournal | undefined>;
}

/** What has to come while it runs. */
export async function strike(operation: Operation, failure: PlantedFailure, { run, journal }: Running): Promise<void> {
  const isOver = () => operation.stage.runner.runs().some(({ id, status }) => id === run.id && status === 'completed');
  const moment = (isThere: (now: RunbookJournal) => boolean | Promise<boolean>) =>
    until(operation, `${run.title} has not come to the moment of its failure`, 60, async () => {
      const now = await journal();
      return isOver() || (now !== undefined && (await isThere(now)));
    });
  switch (failure.kind) {
    case 'denied':
      return;
    case 'cancelled':
      await moment(({ steps }) => steps.some(({ id, state }) => id === failure.step && state === 'verifying'));
      operation.stage.runner.cancel(run.id);
      return;
    case 'alarm':
      await moment(({ settlingSince }) => settlingSince !== undefined);
      await moment(async ({ state }) => {
        // Each minute it is evaluated again, and found to be well.
        if (state === 'running') await ring(operation, failure.alarm);
        return state !== 'running';
      });
      return;
    default:
      failure satisfies never;
  }
}

async function ring({ client }: Operation, alarm: string): Promise<void> {
  const state = { StateValue: 'ALARM', StateReason: 'Planted by the rehearsal' } as const;
  const request = new SetAlarmStateCommand({ AlarmName: `${prefixOf(environment)}-${alarm}`, ...state });
  await new CloudWatchClient(client).send(request);
}

/** What the journal has to say of its end. */
export function causeOf(failure: PlantedFailure): 'alarm' | 'failed' | 'cancelled' {
  return failure.kind === 'denied' ? 'failed' : failure.kind;
}
