// What the doctor says about one thing: how it is, and what to do where it is not well.
import type { DoctorFacts, Fact, Wanted } from './facts.ts';

/** `advice`: it works, but should be otherwise. `not-asked`: nobody knows. */
export type FindingState = 'ok' | 'wrong' | 'advice' | 'not-asked';

export interface Judgement {
  readonly state: FindingState;
  /** What it is about, where a check looks at several: `role deploy`. */
  readonly subject?: string;
  readonly says: string;
  /** Imperative; everything that is not well has one. */
  readonly fix?: string;
}

export const areas = ['this machine', 'AWS', 'GitHub', 'workflows'] as const;
export type Area = (typeof areas)[number];

export interface Check {
  readonly id: string;
  readonly area: Area;
  judge(facts: DoctorFacts, wanted: Wanted): readonly Judgement[];
}

export interface Finding extends Judgement {
  readonly check: string;
  readonly area: Area;
  readonly subject: string;
}

export function ok(says: string, subject?: string): Judgement {
  return { state: 'ok', says, ...(subject && { subject }) };
}

export function wrong(says: string, fix: string, subject?: string): Judgement {
  return { state: 'wrong', says, fix, ...(subject && { subject }) };
}

export function advice(says: string, fix: string, subject?: string): Judgement {
  return { state: 'advice', says, fix, ...(subject && { subject }) };
}

/** Judges what is known; what is not, is said to be so. */
export function judging<T>(fact: Fact<T>, judge: (value: T) => readonly Judgement[], subject?: string): readonly Judgement[] {
  switch (fact.kind) {
    case 'known':
      return judge(fact.value);
    case 'not-asked':
      return [{ state: 'not-asked', says: fact.why, fix: fact.how, ...(subject && { subject }) }];
    case 'failed':
      return [wrong(fact.what, fact.next, subject)];
    default:
      return fact satisfies never;
  }
}

export function runChecks(checks: readonly Check[], facts: DoctorFacts, wanted: Wanted): readonly Finding[] {
  return checks.flatMap(({ id, area, judge }) =>
    judge(facts, wanted).map((judgement) => ({ subject: id, ...judgement, check: id, area })),
  );
}

export function isWell(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'wrong');
}
