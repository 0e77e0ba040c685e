// The one stack of a repository that is not the reference platform: it begins as this one, and adds what it is made of.
import type { Construct } from 'constructs';
import { failure } from '../define/failure.ts';
import type { Kpi, LayerPlaces, PlatformKpi } from '../define/kpi.ts';
import type { StacksConfig } from '../define/stacks-config.ts';
import { kpisOf } from '../kpis/alarms.ts';
import { type Limits, type PlaceNames, placesOf } from '../kpis/measure.ts';
import { AwsStack } from './aws-stack.ts';
import { isPreviewName, stateKeyOf } from './names.ts';
import { watch } from './parts/watch.ts';
import type { Region } from './regions.ts';

export interface OwnStackSettings {
  /** `staging`, or `pr-7` of a preview. */
  readonly environment: string;
  readonly region: Region;
  readonly config: Pick<StacksConfig, 'prefix' | 'tags'>;
}

export interface Watched {
  /** Of the layer `platform`: one stack has no other. */
  readonly kpis: readonly Kpi[];
  /** What the stack calls the places that they are measured at. */
  readonly places?: Partial<PlaceNames<'platform'>>;
  /** What thresholds are a share of. */
  readonly limits?: Limits;
  /** Told when an alarm begins and when it ends. */
  readonly topicArn: string;
}

/** The gate looks for a stack of that name; state, lock and preview go by it. */
const name = 'platform';

/** Provider, state and tags are what the gate expects of them; a resource is to be called `${this.prefix}-...`. */
export abstract class OwnStack extends AwsStack {
  /** `shop-staging` */
  readonly prefix: string;
  readonly environment: string;
  readonly #region: Region;

  constructor(scope: Construct, { environment, region, config }: OwnStackSettings) {
    super(scope, name, {
      region,
      commonTags: config.tags,
      tags: { Environment: environment, Layer: 'platform' },
      stateKey: stateKeyOf('platform', environment),
    });
    this.prefix = `${config.prefix}-${environment}`;
    this.environment = environment;
    this.#region = region;
  }

  /**
   * An alarm for each KPI that has one, and a dashboard; of a preview for those of all environments alone. The alarms are called
   * as incidents look for them: `shop-staging-orders-age`.
   *
   * @throws a Failure `settings/places` that names what has no name
   */
  protected watch({ kpis, places = {}, limits = {}, topicArn }: Watched): void {
    const isLasting = !isPreviewName(this.environment);
    // What breaks off deploys and game days is summed up in words of the reference platform, which has these.
    const catalogue = { kpis: kpis.filter(isOfPlatform).map((kpi) => ({ ...kpi, aborts: [] })), slos: [] };
    const names = places as PlaceNames<'platform'>;
    const facts = { layer: 'platform', catalogue, names, limits, isLasting } as const;
    refuseNameless(kpisOf(facts), places);
    watch(this, { facts, region: this.#region, prefix: this.prefix, topicArn });
  }
}

function isOfPlatform(kpi: Kpi): kpi is PlatformKpi {
  return kpi.layer === 'platform';
}

function refuseNameless(kpis: readonly Kpi[], places: Partial<PlaceNames<'platform'>>): void {
  const nameless = kpis.flatMap(({ id, measure }) =>
    placesOf(measure)
      .filter((place) => !places[place as LayerPlaces['platform']]?.length)
      .map((place) => `${id}: it is measured at ${place}, which nobody named`),
  );
  if (nameless.length === 0) return;
  throw failure({
    code: 'settings/places',
    what: `These KPIs cannot be watched:\n${nameless.map((problem) => `- ${problem}`).join('\n')}`,
    next: "Give watch() the names: places: { 'dead-letter-queue': [queue.name] }.",
  });
}
