// Which alarms break a game day off, by name: those of the catalogue, and whatever stops the template.
import type { KpiCatalogue, Layer, Place } from '../../define/kpi.ts';
import { computeAlarms } from '../../kpis/alarms.ts';
import { type PlaceNames, placesOf } from '../../kpis/measure.ts';
import type { ExperimentTemplate } from '../../ports/experiments.ts';
import { mainService, prefixOf } from '../gate/subject.ts';
import type { Scene } from './scene.ts';

export function watchedAlarms(
  catalogue: KpiCatalogue,
  scene: Pick<Scene, 'environment' | 'places'>,
  template?: Pick<ExperimentTemplate, 'stopAlarmArns'>,
): readonly string[] {
  const ofLayers = (['platform', 'service'] as const).flatMap((layer) => namesOf(catalogue, scene, layer));
  const ofTemplate = (template?.stopAlarmArns ?? []).flatMap((arn) => /:alarm:(.+)$/.exec(arn)?.[1] ?? []);
  return [...new Set([...ofLayers, ...ofTemplate])].sort();
}

function namesOf(catalogue: KpiCatalogue, { environment, places }: Pick<Scene, 'environment' | 'places'>, layer: Layer) {
  const kpis = catalogue.kpis.filter((kpi) => kpi.layer === layer && kpi.aborts.includes('game-day'));
  const needed = kpis.flatMap(({ measure }) => placesOf(measure));
  // Only the ids of the alarms are of interest: a place without a name must not keep one from being looked for.
  const names = Object.fromEntries(needed.map((place) => [place, namesAt(places[layer], place)])) as PlaceNames<typeof layer>;
  const { alarms } = computeAlarms({ layer, catalogue: { kpis, slos: [] }, names, limits: {}, isLasting: true });
  const prefix = layer === 'platform' ? prefixOf({ environment }) : `${prefixOf({ environment })}-${mainService}`;
  return alarms.map(({ id }) => `${prefix}-${id}`);
}

function namesAt(places: Scene['places'][Layer], place: Place): readonly string[] {
  const found = places[place as keyof typeof places];
  return found?.length ? found : ['-'];
}
