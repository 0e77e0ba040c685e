// Decides which alarms undo a run when they begin to ring: those that tell of users, and those that it is to silence.
import type { KpiCatalogue } from '../../../define/kpi.ts';
import type { Alarm } from '../../../ports/alarms.ts';
import { mainService } from '../../gate/subject.ts';

interface Facts {
  readonly alarms: readonly Pick<Alarm, 'name' | 'state'>[];
  readonly prefix: string;
  readonly symptoms: readonly string[];
  readonly catalogue: KpiCatalogue;
}

/** @returns names of those that are OK: what rings already, or knows nothing, cannot begin to */
export function decideWatched({ alarms, prefix, symptoms, catalogue }: Facts): readonly string[] {
  const rows = catalogue.kpis.filter(({ id, aborts }) => aborts.length > 0 || symptoms.includes(id));
  const forms = rows.map(({ id, layer }) => formOf(layer === 'platform' ? prefix : `${prefix}-${mainService}`, id));
  return alarms
    .filter(({ name, state }) => state === 'OK' && forms.some((form) => form.test(name)))
    .map(({ name }) => name)
    .sort();
}

/** Where there are several of a place, a number or letter follows the first word of the KPI: `cache-2-cpu`. */
function formOf(prefix: string, kpi: string): RegExp {
  const [first = '', ...rest] = kpi.split('-');
  return new RegExp(`^${prefix}-${[first, ...rest].join('-')}$|^${prefix}-${[first, '[a-z\\d]+', ...rest].join('-')}$`);
}
