// Makes time run in the emulator: while a simulation is on, its alarms evaluate and its deployments take their time.

/** The two numbers of `OPSDECK_TIME`, by which a rehearsal's jobs keep the same time. */
export interface Simulation {
  /** How much faster than on a wall clock time runs; more than 1. */
  readonly rate: number;
  /** Since when, in milliseconds since 1970. */
  readonly originMs: number;
}

/** What runs then has run for long; a simulation that is on already only gets another time. */
export async function startSimulation(url: string, { rate, originMs }: Simulation): Promise<void> {
  await call(url, 'simulation', 'POST', { rate, originMs });
}

/**
 * The machine's own time again; what takes time is done at once.
 *
 * @returns what the emulator could not do meanwhile, by name; nothing when all went well
 */
export async function endSimulation(url: string): Promise<readonly string[]> {
  const { failures } = (await call(url, 'simulation', 'DELETE')) as { readonly failures: readonly string[] };
  return failures;
}

export interface Placement {
  readonly service: string;
  /** `eu-west-2a`; none puts the tasks to where they would be. */
  readonly zones: readonly string[];
}

/** Plants a weakness: all tasks of a service go to these zones at once, and stay there. Only while a simulation is on. */
export async function placeTasks(url: string, { service, zones }: Placement): Promise<void> {
  await call(url, 'simulation/placement', 'POST', { service, zones });
}

async function call(url: string, path: string, method: 'POST' | 'DELETE', sent?: object): Promise<unknown> {
  const json = sent && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
  const response = await fetch(`${url}/moto-api/${path}`, { method, ...json });
  const text = await response.text();
  if (!response.ok) throw new Error(`the emulator refused ${method} ${path} (${response.status}): ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Denies these calls from now on, as a role without the permission would be denied them; none denies nothing. */
export async function denyCalls(url: string, calls: readonly string[]): Promise<void> {
  await call(url, 'refusals', 'POST', { calls });
}

export interface Trap {
  /** `rds:CreateDBInstance`; of REST services the method, perhaps with its path: `fis:GET /safetyLevers/default`. */
  readonly call: string;
  /** The one after whose answer it is denied; left out, the next one is. */
  readonly after?: string;
}

/** Denies one call of all that come: what fails in the middle of something, and would not fail a second time. */
export async function denyOnce(url: string, trap: Trap): Promise<void> {
  await call(url, 'refusals/next', 'POST', trap);
}

/** Denies none of those any more that have not come. */
export async function denyNoneOnce(url: string): Promise<void> {
  await call(url, 'refusals/next', 'DELETE');
}
