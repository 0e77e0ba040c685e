// Looks through the prior state for what data sources have read: the one thing in it that stands nowhere else in a plan.
import { type Json, memberOf, textOf } from '../model.ts';
import { forEachElement, forEachMember, parseValue, skipValue } from './scan.ts';
import { collectSensitive } from './sensitive-texts.ts';

/** Stands in every data source; whatever lacks it is a managed resource, and need not be parsed. */
const word = '"data"';

/** Adds the sensitive texts of the module at `at`, and of those below it, to `into`; returns where the module ends. */
export function collectFromModule(bytes: Buffer, at: number, into: Set<string>): number {
  return collect(bytes, at, occurrences(bytes, word), into);
}

type IsWithin = (start: number, end: number) => boolean;

function collect(bytes: Buffer, at: number, isWithin: IsWithin, into: Set<string>): number {
  return forEachMember(bytes, at, (key, valueAt) => {
    if (key === 'child_modules') {
      return forEachElement(bytes, valueAt, (_index, childAt) => collect(bytes, childAt, isWithin, into));
    }
    if (key !== 'resources') return skipValue(bytes, valueAt);
    return forEachElement(bytes, valueAt, (_index, resourceAt) => {
      const end = skipValue(bytes, resourceAt);
      if (isWithin(resourceAt, end)) collectFromResource(parseValue(bytes, resourceAt, end) as Json, into);
      return end;
    });
  });
}

function collectFromResource(resource: Json, into: Set<string>): void {
  if (textOf(resource, 'mode') !== 'data') return;
  collectSensitive(memberOf(resource, 'values'), memberOf(resource, 'sensitive_values'), into);
}

/** Whether a word stands in a range; asked for ranges from the front to the back, so that each byte is looked at once. */
function occurrences(bytes: Buffer, wanted: string): IsWithin {
  let next = 0;
  return (start, end) => {
    if (next !== -1 && next < start) next = bytes.indexOf(wanted, start);
    return next !== -1 && next < end;
  };
}
