// Reads from CloudTrail who has changed what.
import { type CloudTrailClient, type Event, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { ChangeRecord } from '../../ports/evidence.ts';
import { asking } from './asking.ts';

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html: two such calls a second, and 50 events each */
const MaxResults = 50;

/** Newest first; what has happened in the last minutes may not be known yet. */
export async function readChanges(client: CloudTrailClient, since: Date, most: number): Promise<readonly ChangeRecord[]> {
  const attempt = { what: 'read who has changed what', permission: 'cloudtrail:LookupEvents' };
  const LookupAttributes = [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' } as const];
  const found: ChangeRecord[] = [];
  let NextToken: string | undefined;
  do {
    const request = new LookupEventsCommand({ LookupAttributes, StartTime: since, MaxResults, NextToken });
    const page = await asking(attempt, () => client.send(request));
    found.push(...(page.Events ?? []).map(changeOf));
    NextToken = page.NextToken;
  } while (NextToken && found.length < most);
  return found.slice(0, most);
}

function changeOf({ EventTime, EventSource = '', EventName = '', Username = '', Resources = [] }: Event): ChangeRecord {
  return {
    at: (EventTime ?? new Date(0)).toISOString(),
    call: `${EventSource.replace(/\.amazonaws\.com$/, '')}:${EventName}`,
    by: Username,
    resources: Resources.flatMap(({ ResourceName }) => ResourceName ?? []),
  };
}
