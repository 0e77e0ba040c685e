// Claims of alarms in a table of DynamoDB, one record an alarm: who tells GitHub of it right now, and what GitHub was told.
import { type DynamoDBClient, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { type AlarmRecord, type Claim, claimSeconds, decideClaim } from './decide-claim.ts';
import type { AlarmChange } from './messages.ts';
import { isRefusal, numberOf, secondsOf, unlessRefused } from './table.ts';

export interface Claims {
  /** Makes sure that nobody else tells GitHub of this alarm meanwhile. @param owner another one for each run */
  claim(change: AlarmChange, owner: string): Promise<Claim>;
  /** GitHub was told. */
  settle(change: AlarmChange, owner: string): Promise<void>;
  /** GitHub was not told: the next one may try. */
  release(change: AlarmChange, owner: string): Promise<void>;
}

export interface TableWorld {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
}

/** A repeated event of an alarm comes within days: EventBridge tries for one, the queue keeps for four, the dead letters for 14. */
const rememberSeconds = 19 * 24 * 3600;

/** The rule of `decideClaim`, where it holds against everybody who writes at the same moment. */
const isFree = [
  '(attribute_not_exists(told_at) OR told_at < :at)',
  '(attribute_not_exists(claimed_until) OR claimed_until <= :now OR claimed_by = :owner)',
  '(attribute_not_exists(dispatched) OR dispatched <= :cooled)',
].join(' AND ');

export function openClaims(world: TableWorld & { readonly cooldownSeconds: number }): Claims {
  const { client, tableName: TableName, cooldownSeconds, now } = world;
  const update = ({ arn }: AlarmChange, how: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>) =>
    client.send(new UpdateItemCommand({ TableName, Key: { id: { S: arn } }, ...how }));
  const end = async (
    change: AlarmChange,
    owner: string,
    UpdateExpression: string,
    values: UpdateItemCommandInput['ExpressionAttributeValues'],
  ) => {
    const ExpressionAttributeValues = { ':owner': { S: owner }, ...values };
    await unlessRefused(
      update(change, { UpdateExpression, ConditionExpression: 'claimed_by = :owner', ExpressionAttributeValues }),
    );
  };
  return {
    claim: async (change, owner) => {
      const nowSeconds = secondsOf(now());
      const ExpressionAttributeValues = {
        ':owner': { S: owner },
        ':until': numberOf(nowSeconds + claimSeconds),
        ':expires': numberOf(nowSeconds + rememberSeconds),
        ':at': { S: change.at },
        ':now': numberOf(nowSeconds),
        ':cooled': numberOf(nowSeconds - cooldownSeconds),
      };
      try {
        await update(change, {
          UpdateExpression: 'SET claimed_by = :owner, claimed_until = :until, expires = :expires',
          ConditionExpression: isFree,
          ExpressionAttributeValues,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        });
        return { kind: 'claimed' };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const decided = decideClaim(recordOf(error.Item), { change, nowSeconds, cooldownSeconds });
        return decided.kind === 'claimed' ? { kind: 'wait', seconds: 1, why: 'claimed' } : decided;
      }
    },
    settle: (change, owner) =>
      end(change, owner, 'SET told_at = :at, dispatched = :now REMOVE claimed_by, claimed_until', {
        ':at': { S: change.at },
        ':now': numberOf(secondsOf(now())),
      }),
    release: (change, owner) => end(change, owner, 'REMOVE claimed_by, claimed_until', {}),
  };
}

type Attributes = Readonly<Record<string, { readonly S?: string; readonly N?: string }>>;

function recordOf(item: Attributes = {}): AlarmRecord {
  const { told_at, dispatched, claimed_until } = item;
  return {
    ...(told_at?.S !== undefined && { toldAt: told_at.S }),
    ...(dispatched?.N !== undefined && { dispatchedSeconds: Number(dispatched.N) }),
    ...(claimed_until?.N !== undefined && { claimedUntilSeconds: Number(claimed_until.N) }),
  };
}
