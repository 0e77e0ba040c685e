// Whether a drill may begin: every look is told, and the first that forbids it says why.
import type { PreflightFinding } from '../game-day.ts';
import { clip } from '../world.ts';
import type { Check, Consequence } from './check.ts';
import type { PreflightFacts } from './facts.ts';
import { permissionChecks } from './permission-checks.ts';
import { sceneChecks } from './scene-checks.ts';
import { steadyChecks } from './steady-checks.ts';

export const checks: readonly Check[] = [...permissionChecks, ...steadyChecks, ...sceneChecks];

export interface PreflightDecision {
  readonly kind: 'go' | 'refused' | 'inconclusive';
  /** Why not, as a sentence; empty where it may begin. */
  readonly because: string;
  readonly findings: readonly PreflightFinding[];
  /** What is bad, and is played all the same: titles with words. */
  readonly told: readonly string[];
}

export function decidePreflight(facts: PreflightFacts): PreflightDecision {
  const at = facts.now.toISOString();
  const looked = checks.map((check) => {
    const { status, words } = check.look(facts);
    const finding: PreflightFinding = { id: check.id, title: check.title, status, words: clip(words), at };
    return { finding, consequence: consequenceOf(check, status, facts.environment) };
  });
  const wordsWith = (wanted: Consequence) =>
    looked.flatMap(({ finding, consequence }) => (consequence === wanted ? [`${finding.title}: ${finding.words}`] : []));
  const told = looked.flatMap(({ finding, consequence }) =>
    finding.status === 'bad' && consequence === 'tell' ? [`${finding.title}: ${finding.words}`] : [],
  );
  const shared = { findings: looked.map(({ finding }) => finding), told };
  const refusals = wordsWith('refuse');
  if (refusals.length > 0) return { kind: 'refused', because: sentence(refusals), ...shared };
  const lacks = wordsWith('inconclusive');
  if (lacks.length > 0) return { kind: 'inconclusive', because: sentence(lacks), ...shared };
  return { kind: 'go', because: '', ...shared };
}

function consequenceOf(check: Check, status: PreflightFinding['status'], environment: string): Consequence | undefined {
  switch (status) {
    case 'ok':
      return undefined;
    case 'unknown':
      return check.unknown;
    case 'bad':
      return environment === 'production' ? (check.badInProduction ?? check.bad) : check.bad;
    default:
      return status satisfies never;
  }
}

function sentence(words: readonly string[]): string {
  return `${clip(words.join('. ')).replace(/[.!?]$/, '')}.`;
}
