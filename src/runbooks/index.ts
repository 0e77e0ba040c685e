// Every runbook there is, in the order of their files; written by `npx projen`.
import type { Runbook } from './asking.ts';
import { apiThrottle } from './api-throttle.ts';
import { auroraFailover } from './aurora-failover.ts';
import { auroraRestoreSnapshot } from './aurora-restore-snapshot.ts';
import { auroraRestoreToTime } from './aurora-restore-to-time.ts';
import { azEvacuation } from './az-evacuation.ts';
import { collectDiagnostics } from './collect-diagnostics.ts';
import { ecsRedeploy } from './ecs-redeploy.ts';
import { ecsRollback } from './ecs-rollback.ts';
import { ecsScale } from './ecs-scale.ts';
import { kinesisReshard } from './kinesis-reshard.ts';
import { previewCleanup } from './preview-cleanup.ts';
import { redisFailover } from './redis-failover.ts';
import { redriveDeadLetters } from './redrive-dead-letters.ts';
import { rotateDatabaseSecret } from './rotate-database-secret.ts';
import { stopAllExperiments } from './stop-all-experiments.ts';
import { wafBlockIp } from './waf-block-ip.ts';
import { wafUnblockExpired } from './waf-unblock-expired.ts';

export { asking, type Runbook } from './asking.ts';

export const runbooks: readonly Runbook[] = [
  apiThrottle,
  auroraFailover,
  auroraRestoreSnapshot,
  auroraRestoreToTime,
  azEvacuation,
  collectDiagnostics,
  ecsRedeploy,
  ecsRollback,
  ecsScale,
  kinesisReshard,
  previewCleanup,
  redisFailover,
  redriveDeadLetters,
  rotateDatabaseSecret,
  stopAllExperiments,
  wafBlockIp,
  wafUnblockExpired,
];
