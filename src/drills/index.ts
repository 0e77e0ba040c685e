// Every drill there is, in the order of their files; written by `npx projen`.
import type { DrillDefinition } from '../define/drill.ts';
import { auroraFailover } from './aurora-failover.ts';
import { azFailure } from './az-failure.ts';
import { kinesisThrottle } from './kinesis-throttle.ts';
import { redisAzPower } from './redis-az-power.ts';
import { taskLoss } from './task-loss.ts';

export const drills: readonly DrillDefinition[] = [
  auroraFailover,
  azFailure,
  kinesisThrottle,
  redisAzPower,
  taskLoss,
];
