// An encrypted log group with the retention that the platform's policy asks for.
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import type { Construct } from 'constructs';

/** The customer's policy for operational logs. FERPA itself names no number of days: https://www.ecfr.gov/current/title-34/part-99 */
export const logRetentionDays = 90;

export function logGroup(scope: Construct, id: string, { name, keyArn }: { name: string; keyArn: string }): CloudwatchLogGroup {
  return new CloudwatchLogGroup(scope, id, { name, retentionInDays: logRetentionDays, kmsKeyId: keyArn });
}
