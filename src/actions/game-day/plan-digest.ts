// Stands for what a plan was made of: a run that is given it refuses when something of it has changed since.
import { createHash } from 'node:crypto';
import type { ExperimentTemplate } from '../../ports/experiments.ts';

export interface Planned {
  readonly environment: string;
  readonly drill: string;
  readonly zone: string | undefined;
  readonly template: Pick<ExperimentTemplate, 'arn' | 'lastUpdatedAt' | 'stopAlarmArns'>;
}

const digits = 16;

export function planDigest({ environment, drill, zone = '', template }: Planned): string {
  const { arn, lastUpdatedAt, stopAlarmArns } = template;
  const facts = [environment, drill, zone, arn, lastUpdatedAt, ...[...stopAlarmArns].sort()];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, digits);
}
