// Asks CloudWatch Logs Insights: starts a query, waits for it, and stops it where nobody waits any more.
import {
  type CloudWatchLogsClient,
  GetQueryResultsCommand,
  paginateDescribeLogGroups,
  type ResultField,
  StartQueryCommand,
  StopQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { failure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LogLine } from '../../ports/evidence.ts';
import { asking } from './asking.ts';
import { everyPage, inBatches } from './pages.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html */
const mostGroupsOfQuery = 50;
const mostLinesOfQuery = 10_000;

/** A query of an hour takes seconds; one of a day of a busy service may take a minute. */
const pollMs = 1_000;
const longestWaitMs = 120_000;

export interface QueryPatience {
  readonly clock: Clock;
  /** When it is aborted, what runs at AWS is stopped. */
  readonly signal?: AbortSignal;
}

export interface LogQuestion {
  readonly groups: readonly string[];
  /** A regular expression of Insights. */
  readonly pattern: string;
  readonly since: Date;
  readonly most: number;
}

/** @throws a Failure `aws/...`, `logs/query-failed` */
export async function readLogs(
  client: CloudWatchLogsClient,
  { groups, pattern, since, most }: LogQuestion,
  patience: QueryPatience,
): Promise<readonly LogLine[]> {
  const there = await groupsThere(client, groups);
  const lines: LogLine[] = [];
  for (const logGroupNames of inBatches(there, mostGroupsOfQuery)) {
    const queryString = [
      'fields @timestamp, @log, @message',
      // A slash would end the expression.
      `filter @message like /${pattern.replaceAll(/(?<!\\)\//g, '\\/')}/`,
      'sort @timestamp desc',
      `limit ${Math.min(most, mostLinesOfQuery)}`,
    ].join(' | ');
    const window = { startTime: secondsOf(since), endTime: secondsOf(patience.clock.now()) };
    const attempt = { what: 'search the logs', permission: 'logs:StartQuery' };
    const request = new StartQueryCommand({ logGroupNames: [...logGroupNames], queryString, ...window });
    const { queryId = '' } = await asking(attempt, () => client.send(request));
    lines.push(...(await resultsOf(client, queryId, patience)).map(lineOf));
  }
  return lines.sort((one, other) => other.at.localeCompare(one.at)).slice(0, most);
}

/** Of one that is not there, Insights refuses the whole question. */
async function groupsThere(client: CloudWatchLogsClient, names: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    names.map((logGroupNamePrefix) =>
      asking({ what: 'look for log groups', permission: 'logs:DescribeLogGroups' }, () =>
        everyPage(paginateDescribeLogGroups({ client }, { logGroupNamePrefix }), ({ logGroups }) => logGroups),
      ),
    ),
  );
  const there = new Set(found.flat().map(({ logGroupName }) => logGroupName));
  return names.filter((name) => there.has(name));
}

async function resultsOf(
  client: CloudWatchLogsClient,
  queryId: string,
  { clock, signal }: QueryPatience,
): Promise<readonly ResultField[][]> {
  const attempt = { what: 'read what the search of the logs found', permission: 'logs:GetQueryResults' };
  const until = clock.now().getTime() + longestWaitMs;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { status = '', results = [] } = await asking(attempt, () => client.send(new GetQueryResultsCommand({ queryId })));
      if (status === 'Complete') return results;
      if (!['Scheduled', 'Running', 'Unknown'].includes(status)) throw queryFailed(status);
      if (clock.now().getTime() >= until) throw queryFailed('still running after two minutes');
      await clock.sleep(pollMs, signal);
    }
  } catch (error) {
    await stopQuery(client, queryId);
    throw error;
  }
}

/** It ends by itself, too, only later: that it could not be stopped is no news. */
async function stopQuery(client: CloudWatchLogsClient, queryId: string): Promise<void> {
  await client.send(new StopQueryCommand({ queryId })).catch(() => undefined);
}

function lineOf(fields: readonly ResultField[]): LogLine {
  const fieldOf = (name: string): string => fields.find(({ field }) => field === name)?.value ?? '';
  return {
    at: instantOf(fieldOf('@timestamp')),
    // Insights writes `123456789012:/aws/ecs/app`.
    group: fieldOf('@log').replace(/^\d{12}:/, ''),
    message: fieldOf('@message'),
  };
}

/** Insights writes `2026-01-31 12:00:00.000`, in UTC. */
function instantOf(written: string): string {
  const at = new Date(`${written.replace(' ', 'T')}Z`);
  return Number.isNaN(at.getTime()) ? written : at.toISOString();
}

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

function queryFailed(how: string) {
  return failure({
    code: 'logs/query-failed',
    what: `The search of the logs ended without a result: ${how}.`,
    next: 'Search a shorter time, or look into CloudWatch Logs Insights yourself.',
  });
}
