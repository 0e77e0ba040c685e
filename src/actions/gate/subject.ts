// Which stack is meant, and the names that follow from it; never taken from the stack itself, which is hostile.
import { defaultStacksConfig, referencePrefix, type StacksConfig } from '../../define/stacks-config.ts';

export type Layer = 'platform' | 'service';

export interface StackSubject {
  readonly layer: Layer;
  /** The environment whose platform it is, or on whose platform the service runs. */
  readonly environment: string;
  /** `app`, or `pr-<n>` for a preview beside it. */
  readonly service: string;
  readonly region: string;
  /** What the repository calls its stacks, and how it tags them; as the reference platform when left out. */
  readonly names?: Pick<StacksConfig, 'prefix' | 'tags'>;
}

export const mainService = 'app';

/** The stack's folder, and the first part of its construct paths. */
export function stackNameOf({ layer, service }: StackSubject): string {
  return layer === 'service' && service !== mainService ? `service-${service}` : layer;
}

/** Where its state lies in the state bucket. */
export function stateKeyOf({ layer, environment, service }: StackSubject): string {
  const own = layer === 'platform' ? mainService : service;
  const preview = [own, environment].find(isPreview);
  const isOwn = own === mainService || own === preview;
  return `${preview ? `previews/${preview}` : environment}/${isOwn ? layer : `${layer}-${own}`}.tfstate`;
}

/** The platform of an environment that lives: no service, and not made from a pull request. */
export function isHostPlatform({ layer, environment }: StackSubject): boolean {
  return layer === 'platform' && !isPreview(environment);
}

/** What names of an environment begin with. */
export interface EnvironmentNames {
  readonly environment: string;
  /** Of the reference platform when left out. */
  readonly names?: Pick<StacksConfig, 'prefix'> | undefined;
}

/** How names of an environment begin: `assess-staging`. */
export function prefixOf({ environment, names }: EnvironmentNames): string {
  return `${names?.prefix ?? referencePrefix}-${environment}`;
}

/** How names of every environment begin. */
export function namePrefixOf({ names }: Pick<StackSubject, 'names'>): string {
  return names?.prefix ?? referencePrefix;
}

export function parameterPrefixOf({ environment }: StackSubject): string {
  return `/opsdeck/${environment}/`;
}

/** All resources carry them: what a role may reach follows from the tags that it has. */
export function tagsOf({
  layer,
  environment,
  service,
  names = defaultStacksConfig,
}: StackSubject): Readonly<Record<string, string>> {
  return {
    ...names.tags,
    ManagedBy: 'opsdeck',
    Environment: environment,
    Layer: layer,
    ...(layer === 'service' && { Service: service }),
  };
}

/** The one label below the domain that a service answers for; an isolated preview's services share the pull request's name. */
export function hostLabelOf({ environment, service }: StackSubject): string {
  if (!isPreview(environment)) return service;
  return service === mainService ? environment : `${service}-${environment}`;
}

/** An isolated preview is an environment of its own. */
export function isPreview(name: string): boolean {
  return /^pr-\d+$/.test(name);
}
