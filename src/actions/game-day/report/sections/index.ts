// All sections of a report, in the order in which a person reads them.
import type { ReportFacts } from '../facts.ts';
import type { Section } from '../table.ts';
import { experimentSection } from './experiment.ts';
import { historySection } from './history.ts';
import { hypothesisSection } from './hypothesis.ts';
import { preflightSection } from './preflight.ts';
import { recoverySection, rollbackSection } from './recovery.ts';
import { targetsSection } from './targets.ts';
import { timesSection } from './times.ts';

/** Before anything is injected, what was looked at comes first; of one that never began, what it would have measured says nothing. */
export function computeSections(facts: ReportFacts): readonly Section[] {
  const { verdict, experiment } = facts.gameDay;
  const measured = [hypothesisSection(facts), timesSection(facts)];
  const repaired = [rollbackSection(facts), recoverySection(facts)];
  const told = [targetsSection(facts), preflightSection(facts)];
  const parts =
    experiment !== undefined
      ? [...measured, ...repaired, experimentSection(facts), ...told]
      : [...repaired, ...told.toReversed(), ...(verdict === undefined ? [hypothesisSection(facts)] : [])];
  return [...parts, historySection(facts)].flatMap((part) => part ?? []);
}
