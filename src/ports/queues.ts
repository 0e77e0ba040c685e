// Queues of SQS: how much lies in them, and the way back from a dead-letter queue.

export interface Queue {
  readonly arn: string;
  readonly name: string;
  /** About: SQS counts approximately. */
  readonly messages: number;
  readonly inFlight: number;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html */
export interface MoveTask {
  /** Only of one that runs. */
  readonly handle?: string;
  readonly status: 'RUNNING' | 'COMPLETED' | 'CANCELLING' | 'CANCELLED' | 'FAILED';
  readonly moved: number;
  readonly toMove?: number;
  readonly failureReason?: string;
  readonly startedAt: string;
}

export interface Queues {
  /** @returns nothing when there is none of that name */
  describe(name: string): Promise<Queue | undefined>;
  /** ARNs of the queues whose dead letters end in this one. */
  sourcesOf(queue: Queue): Promise<readonly string[]>;
  /** Newest first, at most ten. */
  moves(queue: Queue): Promise<readonly MoveTask[]>;
  /** Back to where they came from, or to another queue, by ARN. Only one at a time, and only from a queue that has sources. */
  startMove(queue: Queue, options: { readonly to?: string; readonly perSecond: number }): Promise<void>;
  /** What has been moved stays moved. Nothing happens when it has ended. */
  cancelMove(handle: string): Promise<void>;
}
