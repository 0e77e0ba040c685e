// What an alarm means, by its name: the row of the catalogue that it derives from, what it sums up, and the runbook for it.
import type { Kpi, KpiCatalogue, KpiUnit, Layer, LayerPlaces, Measure, Place, Slo } from '../../../define/kpi.ts';
import { type AlarmRow, computeAlarms, type LayerAlarms } from '../../../kpis/alarms.ts';
import { type PlaceNames, placesOf, resolveInstances } from '../../../kpis/measure.ts';
import { type EnvironmentNames, isPreview, mainService } from '../../gate/subject.ts';
import type { FoundPlaces } from '../../kpi/places.ts';
import type { Severity } from './incident.ts';
import { alarmPrefixOf } from './keys.ts';

/** What is drawn of it. */
export interface WatchedMeasure {
  readonly measure: Measure<string>;
  readonly unit: KpiUnit;
  readonly periodSeconds: number;
  /** Nothing where it depends on the size of the environment, or is a band. */
  readonly threshold?: number;
}

export interface KnownAlarm {
  readonly name: string;
  readonly title: string;
  /** What users notice, or what is bad: one line without a full stop. */
  readonly about: string;
  readonly runbook: string;
  /** Of the catalogue: what runbooks name as their symptoms. */
  readonly kpi: string;
  readonly severity: Severity;
  /** Otherwise a composite alarm tells. */
  readonly tells: boolean;
  /** Names of the alarms that it sums up. */
  readonly members: readonly string[];
  readonly watched?: WatchedMeasure;
}

export type KnownAlarms = ReadonlyMap<string, KnownAlarm>;

export interface EnvironmentPlaces extends EnvironmentNames {
  readonly platform: FoundPlaces;
  readonly service: FoundPlaces;
}

const layers = ['platform', 'service'] as const satisfies readonly Layer[];

export function knownAlarms(catalogue: KpiCatalogue, places: EnvironmentPlaces): KnownAlarms {
  const rows = layers.flatMap((layer) => knownOfLayer(catalogue, layer, places));
  return new Map(rows.map((row) => [row.name, row]));
}

function knownOfLayer(
  catalogue: KpiCatalogue,
  layer: Layer,
  { environment, names, ...found }: EnvironmentPlaces,
): readonly KnownAlarm[] {
  const prefix = alarmPrefixOf({ environment, names }) + (layer === 'service' ? `${mainService}-` : '');
  const isLasting = !isPreview(environment);
  const compute = (part: KpiCatalogue): LayerAlarms =>
    computeAlarms({ layer, catalogue: part, names: namesOf(part, found[layer]), limits: anyLimits, isLasting });
  const kpis = catalogue.kpis.filter((kpi) => kpi.layer === layer);
  const ofKpis = kpis.flatMap((kpi) => {
    const { alarms } = compute({ kpis: [kpi], slos: [] });
    return alarms.map((row) => knownOfKpi(kpi, row, found[layer], prefix));
  });
  const ofSlos = catalogue.slos.flatMap((slo) => knownOfSlo(slo, compute({ kpis: [], slos: [slo] }), prefix));
  return [...ofKpis, ...ofSlos, ...summariesOf(compute({ kpis, slos: [] }), prefix)];
}

/** Only ids and words are of interest, and those do not depend on limits: levels that do are not drawn. */
const anyLimits = { 'database-connections': 1, 'database-memory-bytes': 1 } as const;

/** A place without a name must not hide what is known of an alarm; of what there are several of, each needs its own name. */
function namesOf({ kpis, slos }: KpiCatalogue, found: FoundPlaces): PlaceNames<Layer> {
  const measures = [
    ...kpis.map(({ measure }) => measure),
    ...slos.flatMap(({ bad, all }) => [bad, all].map((metric) => ({ kind: 'metric', metric }) as const)),
  ];
  const several: readonly Place[] = ['zone', 'cache-node'];
  const nameOf = (place: Place): readonly string[] => found[place] ?? (several.includes(place) ? [] : ['-']);
  return Object.fromEntries(measures.flatMap(placesOf).map((place) => [place, nameOf(place)])) as PlaceNames<Layer>;
}

function knownOfKpi(kpi: Kpi, row: AlarmRow, found: FoundPlaces, prefix: string): KnownAlarm {
  const { about } = described(row.description);
  const label = labelOf(kpi, row, found);
  const isDrawn = placesOf(kpi.measure).every((place: LayerPlaces[Layer]) => found[place]?.length);
  const threshold = kpi.alarm?.threshold;
  return {
    name: prefix + row.id,
    title: label === undefined ? kpi.title : `${kpi.title} (${label})`,
    about,
    runbook: kpi.runbook,
    kpi: kpi.id,
    severity: kpi.aborts.length > 0 ? 'critical' : 'major',
    tells: row.tells,
    members: [],
    ...(isDrawn && {
      watched: {
        measure: row.measure,
        unit: kpi.unit,
        periodSeconds: row.periodSeconds,
        ...(typeof threshold === 'number' && { threshold }),
      },
    }),
  };
}

/** `a` of a zone, `2` of a node; nothing where there is only one. */
function labelOf({ measure }: Kpi, row: AlarmRow, found: FoundPlaces): string | undefined {
  if (!placesOf(measure).every((place: LayerPlaces[Layer]) => found[place]?.length)) return undefined;
  const same = JSON.stringify(row.measure);
  return resolveInstances(measure, found).find((instance) => JSON.stringify(instance.measure) === same)?.label;
}

function knownOfSlo(slo: Slo, { alarms, composites }: LayerAlarms, prefix: string): readonly KnownAlarm[] {
  const shared = { runbook: slo.runbook, kpi: `slo-${slo.id}` };
  return [
    ...alarms.map(({ id, description, measure, periodSeconds, breach, tells }): KnownAlarm => {
      const threshold = 'above' in breach ? { threshold: breach.above } : {};
      const watched: WatchedMeasure = { measure, unit: 'Percent', periodSeconds, ...threshold };
      const about = described(description).about;
      return { ...shared, name: prefix + id, title: about, about, severity: 'major', tells, members: [], watched };
    }),
    ...composites.map(({ id, description, anyOf }): KnownAlarm => {
      const isPage = id.endsWith('-page');
      return {
        ...shared,
        name: prefix + id,
        title: `${slo.title}: the error budget burns ${isPage ? 'fast' : 'slowly'}`,
        about: described(description).about,
        severity: isPage ? 'critical' : 'minor',
        tells: true,
        members: anyOf.flat().map((member) => prefix + member),
      };
    }),
  ];
}

/** Those that sum up what breaks something off. */
function summariesOf({ composites }: LayerAlarms, prefix: string): readonly KnownAlarm[] {
  return composites.map(({ id, description, anyOf }) => ({
    name: prefix + id,
    title: described(description).about.split(':', 1)[0] ?? id,
    ...described(description),
    kpi: id,
    severity: 'critical',
    tells: true,
    members: anyOf.flat().map((member) => prefix + member),
  }));
}

/** Every description of ours ends with the runbook. */
function described(description: string): { readonly about: string; readonly runbook: string } {
  const [, about = description, runbook = ''] = /^(.*)\. Runbook: ([a-z\d-]+)$/s.exec(description) ?? [];
  return { about, runbook };
}
