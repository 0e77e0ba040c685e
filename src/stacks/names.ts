// Names that more than one stack, role or tool has to agree on.

/** Every resource of an environment is called `assess-<environment>-...`; the roles of CI are limited to that. */
export const namePrefix = 'assess';

/** Kept short because load balancers and target groups may have 32 characters in all. */
export const environmentPattern = /^[a-z][a-z0-9-]{0,10}[a-z0-9]$/;

/** `app` is the environment's own service; previews are called `pr-<n>`. */
export const servicePattern = /^[a-z][a-z0-9-]{0,8}[a-z0-9]$/;

export const mainService = 'app';

export function prefixOf(environment: string): string {
  return `${namePrefix}-${environment}`;
}

/** PostgreSQL folds and quotes anything but letters, digits and underscores. */
export function databaseNameOf(service: string): string {
  return service === mainService ? 'assessments' : service.replaceAll('-', '_');
}

export const databaseUser = 'app';

/** Where a layer's state lies in the state bucket. */
export function stateKeyOf(layer: 'platform' | 'service', environment: string, service: string = mainService): string {
  const preview = [service, environment].find((name) => /^pr-\d+$/.test(name));
  return `${preview ? `previews/${preview}` : environment}/${layer}.tfstate`;
}

/** The managed policy that no role of the platform can go beyond; the bootstrap stack writes it. */
export const workloadBoundaryName = 'opsdeck-workload-boundary';
