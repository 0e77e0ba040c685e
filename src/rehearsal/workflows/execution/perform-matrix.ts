// Performs a job once for each combination of its matrix.
import { evaluate, evaluateBoolean, evaluateNumber } from '../language/expressions.ts';
import { isMapping } from '../language/template.ts';
import { unsupported } from '../language/unsupported.ts';
import type { ValueObject } from '../language/values.ts';
import type { Job } from '../language/workflow.ts';
import { expandMatrix } from '../rules/matrix.ts';
import { combineResults } from '../rules/outcomes.ts';
import type { JobEnd } from './perform-job.ts';
import { type Leg, performLeg } from './perform-leg.ts';

export interface Strategy {
  readonly combinations: readonly ValueObject[];
  readonly failFast: boolean;
  readonly maxParallel: number;
}

const withoutMatrix: Strategy = { combinations: [{}], failFast: true, maxParallel: 1 };

/** @throws `workflow/matrix`, `workflow/expression`, `workflow/unsupported` */
export function strategyOf({ id, strategy }: Job, contexts: ValueObject): Strategy {
  if (strategy === undefined || strategy === null) return withoutMatrix;
  if (!isMapping(strategy)) throw unsupported(`job ${id}`, 'an expression for all of "strategy"', 'Write its keys out.');
  const scope = { contexts };
  const matrix = strategy.get('matrix');
  const combinations = matrix === undefined ? [{}] : expandMatrix(evaluate(matrix, scope));
  return {
    combinations,
    failFast: evaluateBoolean(strategy.get('fail-fast'), scope, true),
    maxParallel: evaluateNumber(strategy.get('max-parallel'), scope, combinations.length),
  };
}

export async function performMatrix(whole: Omit<Leg, 'matrix'>, strategy: Strategy): Promise<JobEnd> {
  const { combinations, failFast, maxParallel } = strategy;
  const failed = new AbortController();
  const cancelled = AbortSignal.any([whole.cancelled, failed.signal]);
  const ends: JobEnd[] = [];
  const waiting = combinations.map((matrix, index) => ({ matrix, index }));
  const workNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const strategyContext = {
        'fail-fast': failFast,
        'job-index': next.index,
        'job-total': combinations.length,
        'max-parallel': maxParallel,
      };
      const contexts = { ...whole.contexts, matrix: next.matrix, strategy: strategyContext };
      const end = await performLeg({ ...whole, contexts, matrix: next.matrix, cancelled });
      ends.push(end);
      if (end.result === 'failure' && failFast) failed.abort();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(maxParallel, combinations.length)) }, workNext));
  // Where several combinations set the same output, the last one to end decides.
  return {
    result: combineResults(ends.map(({ result }) => result)),
    outputs: Object.assign({}, ...ends.map(({ outputs }) => outputs)),
  };
}
