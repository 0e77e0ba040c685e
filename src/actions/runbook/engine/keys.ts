// Where runbooks lie in the state bucket: a journal and a lock for each target of an environment.
import { environmentLockKey } from '../../apply/keys.ts';

/** The target that also keeps deploys and game days away. */
export const wholeEnvironment = 'environment';

const longestTarget = 100;
const targetForm = /^[a-z\d]+(-[a-z\d]+)*$/;

/** Whatever a runbook calls its target, as a part of a key: `203.0.113.7/32` is `203-0-113-7-32`. */
export function targetNameOf(target: string): string {
  const name = target
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, longestTarget)
    .replace(/^-|-$/g, '');
  return name || 'unnamed';
}

export function isTargetName(text: string): boolean {
  return text.length <= longestTarget && targetForm.test(text);
}

function journalFolder(environment: string): string {
  return `runs/runbooks/${environment}/`;
}

/** The journal of the run that works on a target, or of the latest one. */
export function journalKey(environment: string, target: string): string {
  return `${journalFolder(environment)}${target}.json`;
}

/** What the keys of all of its journals begin with. */
export function journalsOf(environment: string): string {
  return journalFolder(environment);
}

export function targetOfJournal(environment: string, key: string): string | undefined {
  const name = key.slice(journalFolder(environment).length).replace(/\.json$/, '');
  return key === journalKey(environment, name) && isTargetName(name) ? name : undefined;
}

export function targetLocksOf(environment: string): string {
  return `locks/runbooks/${environment}/`;
}

export function targetLockKey(environment: string, target: string): string {
  return target === wholeEnvironment ? environmentLockKey(environment) : `${targetLocksOf(environment)}${target}.json`;
}
