// The modes that are about incidents: what alarms start, and who looks after it.
import type { IssueThreads } from '../../ports/issues.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { RunbooksConfig } from './config.ts';
import type { RunbookWorld } from './engine/world.ts';
import { acknowledge } from './incident/acknowledge.ts';
import { handleAlarms } from './incident/handle-alarms.ts';
import { openIncidentEngine } from './incident-engine.ts';
import type { Report } from './report.ts';
import { reportOfAck, reportOfAlarms } from './report-of-incidents.ts';
import type { ActionRequest } from './request.ts';

export interface IncidentPorts {
  readonly issues: IssueThreads;
  readonly metrics: Metrics;
}

export interface IncidentFacts {
  readonly environment: string;
  readonly config: RunbooksConfig;
}

export async function performIncidents(
  world: RunbookWorld & IncidentPorts,
  asked: Extract<ActionRequest, { mode: 'alarms' | 'ack' }>,
  { environment, config }: IncidentFacts,
): Promise<Report> {
  if (asked.mode === 'ack') return reportOfAck(await acknowledge(world, asked.issue, asked.by));
  const { names, region, pollSeconds } = world.settings;
  const settings = { environment, names, region, pollSeconds, config, runUrl: world.run.url };
  const engine = openIncidentEngine(world, environment);
  return reportOfAlarms(await handleAlarms({ ...world, engine, settings }, asked));
}
