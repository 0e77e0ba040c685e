// Where the documents of an environment's deploys lie, and what its service and its alarms are called.
import type { ServiceIdentity } from '../../ports/services.ts';
import { mainService, prefixOf, stateKeyOf } from '../gate/subject.ts';

/** The current deploy of the environment, or its latest. */
export function journalKey(environment: string): string {
  return `${environment}/deploy.json`;
}

/** What has proven itself: beside the states, where only the role `deploy` writes, because what lies there is applied. */
export function goodServicesKey(environment: string): string {
  return `${environment}/service.good.json`;
}

export function serviceStateKey(environment: string): string {
  return stateKeyOf({ layer: 'service', environment, service: mainService, region: '' });
}

/** How names of the service begin, and what it is called itself. */
export function servicePrefixOf(environment: string): string {
  return `${prefixOf({ environment })}-${mainService}`;
}

export function identityOf(environment: string): ServiceIdentity {
  return { cluster: prefixOf({ environment }), service: servicePrefixOf(environment) };
}

/** The topic that alarms tell, and whoever is on call listens to. */
export function alertsTopicOf(environment: string): string {
  return `${prefixOf({ environment })}-alerts`;
}

/** Where, in what was synthesized, the environment's own stacks lie. */
export const hostGroup = 'host/';

export function freezeMarker(environment: string): string {
  return `deploy/${environment}`;
}
