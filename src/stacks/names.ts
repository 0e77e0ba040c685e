// Names that more than one stack, role or tool has to agree on.
import { referencePrefix } from '../define/stacks-config.ts';

/** Every resource of an environment is called `assess-<environment>-...`; the roles of CI are limited to that. */
export const namePrefix = referencePrefix;

/** A policy of the reference platform for a repository whose names begin otherwise. Glue takes no hyphens. */
export function calledAfter(prefix: string, policy: string): string {
  return policy.replaceAll(`${namePrefix}-`, `${prefix}-`).replaceAll(`${namePrefix}_`, `${prefix}_`);
}

/** Kept short because load balancers and target groups may have 32 characters in all; RDS refuses two hyphens in a row. */
export const environmentPattern = /^(?!.*--)[a-z][a-z0-9-]{0,10}[a-z0-9]$/;

/** `app` is the environment's own service; previews are called `pr-<n>`. */
export const servicePattern = /^(?!.*--)[a-z][a-z0-9-]{0,8}[a-z0-9]$/;

export const mainService = 'app';

export function prefixOf(environment: string): string {
  return `${namePrefix}-${environment}`;
}

/** The role that a service's tasks act as. */
export function taskRoleNameOf(environment: string, service: string): string {
  return `${prefixOf(environment)}-${service}-task`;
}

/** PostgreSQL folds and quotes anything but letters, digits and underscores. */
export function databaseNameOf(service: string): string {
  return service === mainService ? 'assessments' : service.replaceAll('-', '_');
}

/** Starts every Redis key and channel of a service. */
export function keyPrefixOf(service: string): string {
  return `${service}:`;
}

/** A service beside the environment's own borrows one of the Redis users that the platform keeps for guests. */
export function guestUserOf(environment: string, slot: number | string): string {
  return `${prefixOf(environment)}-guest-${slot}`;
}

/** All that a guest's Redis user can see. */
export function guestKeysOf(slot: number | string): string {
  return `guest-${slot}:`;
}

export const databaseUser = 'app';

/**
 * One label below the domain, which is what a wildcard certificate covers. The services of an isolated preview share
 * the name of the pull request.
 */
export function hostLabelOf(environment: string, service: string): string {
  if (!isPreviewName(environment)) return service;
  return service === mainService ? environment : `${service}-${environment}`;
}

/** An isolated preview is an environment of its own, named like the pull request. */
export function isPreviewName(name: string): boolean {
  return /^pr-\d+$/.test(name);
}

/** Where a layer's state lies in the state bucket. */
export function stateKeyOf(layer: 'platform' | 'service', environment: string, service: string = mainService): string {
  const preview = [service, environment].find(isPreviewName);
  const folder = preview ? `previews/${preview}` : environment;
  const isOwn = service === mainService || service === preview;
  return `${folder}/${isOwn ? layer : `${layer}-${service}`}.tfstate`;
}

/** The managed policy that no role of the platform can go beyond; the bootstrap stack writes it. */
export const workloadBoundaryName = 'opsdeck-workload-boundary';
