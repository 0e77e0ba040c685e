// How often GitHub is asked, in one record of the table that all running functions share.
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { TableWorld } from './claims.ts';
import { decideTurn, firstPace, type PaceRecord, paused, type Turn } from './decide-pace.ts';
import { numberOf, secondsOf, unlessRefused } from './table.ts';

type Wait = Exclude<Turn, { readonly kind: 'go' }>;

export interface Pace {
  takeTurn(): Promise<Wait | { readonly kind: 'go' }>;
  /** GitHub is not asked until then. */
  pause(untilSeconds: number): Promise<void>;
}

const key = { id: { S: 'pace' } };
/** Two functions at most run at once: more than a few collisions in a row are a fault. */
const attempts = 5;

export function openPace({ client, tableName: TableName, now }: TableWorld): Pace {
  const write = async (decide: (record: PaceRecord) => PaceRecord | Wait): Promise<Wait | { readonly kind: 'go' }> => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }));
      const record = Item?.record?.S === undefined ? firstPace : (JSON.parse(Item.record.S) as PaceRecord);
      const next = decide(record);
      if ('kind' in next) return next;
      const put = new PutItemCommand({
        TableName,
        Item: { ...key, version: numberOf(next.version), record: { S: JSON.stringify(next) } },
        ConditionExpression: 'attribute_not_exists(id) OR version = :seen',
        ExpressionAttributeValues: { ':seen': numberOf(record.version) },
      });
      if (await unlessRefused(client.send(put))) return { kind: 'go' };
    }
    return { kind: 'wait', seconds: 1 };
  };
  return {
    takeTurn: () =>
      write((record) => {
        const turn = decideTurn(record, secondsOf(now()));
        return turn.kind === 'go' ? turn.next : turn;
      }),
    pause: async (untilSeconds) => {
      await write((record) => paused(record, untilSeconds));
    },
  };
}
