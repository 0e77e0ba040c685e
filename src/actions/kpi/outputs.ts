// What later steps are told of the KPIs.
import type { OutputName } from '../../define/contract.ts';
import { inlineCode } from '../comment/text.ts';
import { countOf, worstOf } from './assess.ts';
import type { kpiContract } from './contract.ts';
import { renderMessage } from './render/headline.ts';
import type { KpiOutcome } from './run.ts';

type Outputs = Readonly<Partial<Record<OutputName<typeof kpiContract>, string | boolean>>>;

export function kpiOutputs(outcome: KpiOutcome): Outputs {
  if (outcome.kind === 'absent') {
    const message = `Nothing of ${inlineCode(outcome.subject)} is up: there is nothing to measure.`;
    return { 'has-breach': false, worst: '', message };
  }
  const { report } = outcome;
  return {
    'has-breach': countOf(report.assessment, 'breach') > 0,
    worst: worstOf(report.assessment)?.id ?? '',
    message: renderMessage(report),
  };
}
