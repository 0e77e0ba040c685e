// The words of the function: what comes out of the queue, and what an alarm's change of state is to us.

/** As much of a record of SQS as is needed: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export interface QueueRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes?: { readonly ApproximateReceiveCount?: string };
}

export interface QueueEvent {
  readonly Records: readonly QueueRecord[];
}

/** Those that stay in the queue: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** What the workflow is told. */
export interface AlarmChange {
  readonly name: string;
  readonly arn: string;
  readonly state: 'ALARM' | 'OK';
  /** When the alarm changed, as ISO 8601 in UTC with milliseconds: texts of this form sort like their instants. */
  readonly at: string;
}

/** A change, and the message that told of it. */
export interface Told {
  readonly change: AlarmChange;
  readonly record: QueueRecord;
}
