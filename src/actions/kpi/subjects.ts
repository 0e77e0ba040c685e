// What is judged, and what it is compared with: the layers of an environment or of a preview, found by their tags.
import type { TaggedResource, TaggedResources } from '../../ports/tagged-resources.ts';
import { mainService, prefixOf } from '../gate/subject.ts';
import { computePlaces } from './places.ts';
import type { FoundLayer } from './questions.ts';
import type { KpiRequest, KpiSettings } from './world.ts';

export interface Subject {
  /** `staging`, `pr-7` */
  readonly name: string;
  /** Empty when nothing of it is there. */
  readonly layers: readonly FoundLayer[];
}

/** Where it is looked for. */
export type SubjectSettings = Pick<KpiSettings, 'names' | 'region'>;

export interface Subjects {
  readonly subject: Subject;
  /** The environment itself, where a preview is judged. */
  readonly environment?: Subject;
}

export async function gatherSubjects(
  taggedResources: TaggedResources,
  { environment, pullRequest }: KpiRequest,
  settings: SubjectSettings,
): Promise<Subjects> {
  const ofEnvironment = await taggedResources.find({ Environment: [environment] });
  const host = environmentSubject(environment, ofEnvironment, settings, true);
  if (pullRequest === undefined) return { subject: host };
  const name = `pr-${pullRequest}`;
  const isolated = environmentSubject(name, await taggedResources.find({ Environment: [name] }), settings, false);
  if (isolated.layers.length > 0) return { subject: isolated, environment: host };
  return { subject: sharedSubject(name, environment, ofEnvironment, settings), environment: host };
}

function environmentSubject(
  name: string,
  resources: readonly TaggedResource[],
  settings: SubjectSettings,
  isLasting: boolean,
): Subject {
  const scope = scopeOf(name, settings);
  const platform = resources.filter(({ tags }) => tags.Layer === 'platform');
  const service = resources.filter(({ tags }) => tags.Service === mainService);
  return {
    name,
    layers: [
      ...(platform.length > 0 ? [{ layer: 'platform', places: computePlaces(platform, scope), isLasting } as const] : []),
      // A service stands behind the load balancer, and in the zones, of its platform.
      ...(service.length > 0
        ? [{ layer: 'service', places: computePlaces([...platform, ...service], scope), isLasting } as const]
        : []),
    ],
  };
}

/** A shared preview is a service alone, on the platform of the environment, and tagged as of it. */
function sharedSubject(
  name: string,
  environment: string,
  resources: readonly TaggedResource[],
  settings: SubjectSettings,
): Subject {
  const own = resources.filter(({ tags }) => tags.Service === name);
  if (own.length === 0) return { name, layers: [] };
  const platform = resources.filter(({ tags }) => tags.Layer === 'platform');
  const places = computePlaces([...platform, ...own], scopeOf(environment, settings));
  return { name, layers: [{ layer: 'service', places, isLasting: false }] };
}

function scopeOf(environment: string, { names, region }: SubjectSettings) {
  return { region, apiName: prefixOf({ environment, names }) };
}
