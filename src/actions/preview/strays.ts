// Decides what is astray: resources of a preview that exist, although no state of it knows them.
import type { TaggedResource } from '../../ports/tagged-resources.ts';
import type { StateResource } from '../../ports/terraform.ts';
import { type Adoptee, decideAdoption, isLingering } from './adoption.ts';

export interface StrayFacts {
  readonly tagged: readonly TaggedResource[];
  /** What the states of the preview manage. */
  readonly known: readonly StateResource[];
  /** What may be there by its name: see adopteesByName. */
  readonly named: readonly Adoptee[];
}

export interface Strays {
  readonly adoptees: readonly Adoptee[];
  /** ARNs that no row of the adoption table fits. */
  readonly unknown: readonly string[];
}

export function decideStrays({ tagged, known, named }: StrayFacts): Strays {
  // Of some types, an ECS service for one, the id is the ARN, and there is no other attribute that says it.
  const knownArns = new Set(known.flatMap(({ arn, id }) => [arn, id]));
  const adoptees: Adoptee[] = [];
  const unknown: string[] = [];
  for (const arn of withoutOldRevisions(tagged.map((one) => one.arn))) {
    if (knownArns.has(arn)) continue;
    const adoption = decideAdoption(arn);
    if (adoption.kind === 'unknown') unknown.push(arn);
    if (adoption.kind === 'adopt') adoptees.push(...adoption.adoptees);
  }
  const isKnown = ({ resourceType, importId, stateId = importId }: Adoptee): boolean =>
    known.some((one) => one.resourceType === resourceType && (one.id === stateId || one.arn === importId));
  return { adoptees: withoutDoubles([...adoptees, ...named]).filter((one) => !isKnown(one)), unknown };
}

/** What a search by tags alone can rely on: see isLingering. */
export function withoutLingering(tagged: readonly TaggedResource[]): readonly TaggedResource[] {
  return tagged.filter(({ arn }) => !isLingering(arn));
}

/** Only the newest revision of a task definition can be astray: the others were replaced by it, and so are inactive. */
function withoutOldRevisions(arns: readonly string[]): readonly string[] {
  const newest = new Map<string, number>();
  for (const arn of arns) {
    const { family, revision } = taskDefinition(arn);
    if (family !== undefined) newest.set(family, Math.max(revision, newest.get(family) ?? 0));
  }
  return arns.filter((arn) => {
    const { family, revision } = taskDefinition(arn);
    return family === undefined || newest.get(family) === revision;
  });
}

function taskDefinition(arn: string): { readonly family: string | undefined; readonly revision: number } {
  const [, family, revision] = /:task-definition\/([^:]+):(\d+)$/.exec(arn) ?? [];
  return { family, revision: Number(revision) };
}

function withoutDoubles(adoptees: readonly Adoptee[]): readonly Adoptee[] {
  return [...new Map(adoptees.map((one) => [`${one.resourceType} ${one.importId}`, one])).values()];
}
