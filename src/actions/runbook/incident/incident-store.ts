// Reads and writes incidents in the state bucket: of two writers at a time, the one that comes second does it over on what is there.
import { failure } from '../../../define/failure.ts';
import type { Documents } from '../../../ports/documents.ts';
import type { Progress } from '../../../ports/progress.ts';
import { type Incident, parseIncident, parseStorm, type Storm } from './incident.ts';
import { incidentKey, incidentsPrefix, stormKey } from './keys.ts';

export interface StoreWorld {
  readonly documents: Documents;
  readonly progress: Progress;
}

/** S3 takes thousands a second; so many at a time are soon done. */
const readsAtOnce = 20;

/** Of an environment: what is open, and the last one of each other alarm. One that cannot be read is told of, and begins anew. */
export async function gatherIncidents({ documents, progress }: StoreWorld, environment: string): Promise<readonly Incident[]> {
  const prefix = incidentsPrefix(environment);
  const keys = (await documents.list(prefix)).filter((key) => key.endsWith('.json'));
  return (await readAll({ documents, progress }, keys)).filter((incident) => incident.environment === environment);
}

export async function readAll({ documents, progress }: StoreWorld, keys: readonly string[]): Promise<readonly Incident[]> {
  const found: Incident[] = [];
  for (let from = 0; from < keys.length; from += readsAtOnce) {
    const batch = keys.slice(from, from + readsAtOnce);
    const documentsOfBatch = await Promise.all(batch.map(async (key) => ({ key, stored: await documents.read(key) })));
    for (const { key, stored } of documentsOfBatch) {
      if (!stored) continue;
      const parsed = parseIncident(stored.value);
      if (parsed.kind === 'valid') found.push(parsed.value);
      else progress.warning(`${key} is no incident of ours and is left out: ${parsed.problems.slice(0, 3).join('; ')}.`);
    }
  }
  return found;
}

/** Each time at least one of the others gets on. */
const mostAttempts = 10;

/**
 * @param change of what is there; it returns nothing to leave that as it is
 * @returns what is there afterwards
 * @throws `incident/contested` when others always were faster
 */
export async function reviseIncident(
  { documents }: Pick<StoreWorld, 'documents'>,
  { environment, alarm }: Pick<Incident, 'environment' | 'alarm'>,
  change: (current: Incident | undefined) => Incident | undefined,
): Promise<Incident | undefined> {
  const key = incidentKey(environment, alarm);
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const found = await documents.read(key);
    const parsed = found && parseIncident(found.value);
    const current = parsed?.kind === 'valid' ? parsed.value : undefined;
    const wanted = change(current);
    if (wanted === undefined) return current;
    const written = found ? await documents.replace(key, wanted, found.version) : await documents.create(key, wanted);
    if (written !== undefined) return wanted;
  }
  throw failure({
    code: 'incident/contested',
    what: `${key} was changed by others each of the ${mostAttempts} times that it was to be written.`,
    next: 'Run the workflow runbook with the mode alarms again.',
  });
}

export async function gatherStorm({ documents, progress }: StoreWorld, environment: string): Promise<Storm | undefined> {
  const found = await documents.read(stormKey(environment));
  if (!found) return undefined;
  const parsed = parseStorm(found.value);
  if (parsed.kind === 'valid') return parsed.value;
  progress.warning(`${stormKey(environment)} is none of ours and is written anew: ${parsed.problems.slice(0, 3).join('; ')}.`);
  return undefined;
}

/** Only the run that holds the lock of the environment's incidents writes it. @param storm nothing to remove it */
export async function writeStorm(
  { documents }: Pick<StoreWorld, 'documents'>,
  environment: string,
  storm: Storm | undefined,
): Promise<void> {
  const key = stormKey(environment);
  if (!storm) return void (await documents.remove(key));
  const found = await documents.read(key);
  await (found ? documents.replace(key, storm, found.version) : documents.create(key, storm));
}
