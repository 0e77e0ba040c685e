// Where incidents lie in the state bucket, and what their issues are found by.
import { createHash } from 'node:crypto';
import { type EnvironmentNames, prefixOf } from '../../gate/subject.ts';

export const incidentsFolder = 'runs/incidents/';

export function incidentsPrefix(environment: string): string {
  return `${incidentsFolder}${environment}/`;
}

export function incidentKey(environment: string, alarm: string): string {
  return `${incidentsPrefix(environment)}${slugOf(environment, alarm)}.json`;
}

export function stormKey(environment: string): string {
  return `${incidentsFolder}${environment}.storm.json`;
}

/** What alarms have started by themselves lately. */
export function automaticKey(environment: string): string {
  return `${incidentsFolder}${environment}.automatic.json`;
}

/** One run at a time handles the alarms of an environment. */
export function incidentsLockKey(environment: string): string {
  return `locks/incidents/${environment}.json`;
}

/** Of all alarms of an environment, and of no other whose name begins with its name. */
export function alarmPrefixOf(names: EnvironmentNames): string {
  return `${prefixOf(names)}-`;
}

/** The last part of an alarm's name; what no key or marker could hold is told apart by a digest. */
export function slugOf(environment: string, alarm: string): string {
  const own = partAfter(`-${environment}-`, alarm);
  if (/^[a-z\d](?:[a-z\d-]{0,98}[a-z\d])?$/.test(own)) return own;
  const digest = createHash('sha256').update(alarm).digest('hex').slice(0, 12);
  const plain = own
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return `${plain || 'alarm'}-${digest}`;
}

/** Whatever stands before the environment is the same for all of its alarms. */
function partAfter(environment: string, alarm: string): string {
  const at = alarm.indexOf(environment);
  return at > 0 && /^[a-z\d]+$/.test(alarm.slice(0, at)) ? alarm.slice(at + environment.length) : alarm;
}

/** `20260131t120000z` */
export function stampOf(instant: string): string {
  return instant
    .toLowerCase()
    .replace(/\.\d+/, '')
    .replace(/[^\dtz]/g, '');
}

export function incidentMarker(environment: string, id: string): string {
  return `incident/${environment}/${id}`;
}
