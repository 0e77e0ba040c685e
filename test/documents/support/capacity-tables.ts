// The tables of docs/explanation/capacity-and-cost.md, from the model, the profiles, the synthesized stacks and the dated prices.
import { costText, estimateCost } from '../../../src/actions/preview/cost.ts';
import { type Priced, pricedRegion, prices } from '../../../src/actions/preview/prices.ts';
import { isolatedQuantitiesOf, sharedQuantitiesOf } from '../../../src/actions/preview/quantities.ts';
import type { DrillDefinition } from '../../../src/define/drill.ts';
import { drills } from '../../../src/drills/index.ts';
import { plannedSeconds } from '../../../src/drills/timeline.ts';
import { assumptions, planCapacity } from '../../../src/stacks/capacity.ts';
import { type Profile, profileNames, profiles } from '../../../src/stacks/profiles.ts';
import { type Label, stackNamed } from '../../stacks/support/synthesized.ts';

/** https://aws.amazon.com/fis/pricing/ : the same in all regions but GovCloud. */
export const usdPerActionMinute = 0.1;

const columns = profileNames.map((name) => profiles[name]);

export function assumptionsTable(): string {
  const rows = Object.entries(assumptions).map(([name, { value, unit, about }]) => {
    return [`\`${name}\``, `${number(value)} ${unit}`, about];
  });
  return table(['assumption', 'value', 'what'], rows);
}

/** From students to what is asked of each part. */
export function demandTable(): string {
  const { eventsPerStudentPerMinute, bytesPerEvent, sessionBytes, headroom } = assumptions;
  const records = ({ concurrentStudents }: Profile): number =>
    (concurrentStudents * eventsPerStudentPerMinute.value * headroom.value) / 60;
  const gib = ({ concurrentStudents }: Profile): number => (concurrentStudents * sessionBytes.value * headroom.value) / 1024 ** 3;
  return perProfile([
    ['concurrent students', ({ concurrentStudents }) => number(concurrentStudents)],
    ['tasks at the peak', (profile) => number(sizes(profile).tasks.max)],
    ['connections to the database', (profile) => number(sizes(profile).databaseConnections)],
    ['events a second, with headroom', (profile) => number(records(profile), 1)],
    ['bytes of events a second, with headroom', (profile) => `${number((records(profile) * bytesPerEvent.value) / 1e6, 3)} MB`],
    ['sessions in the cache, with headroom', (profile) => `${number(gib(profile), 2)} GiB`],
  ]);
}

/** What runs by the hour, counted in the Terraform JSON. */
export function hourlyTable(): string {
  return perProfile([
    ['Fargate tasks when nobody is there', (profile) => ofTask(profile, 'min_capacity')],
    ['Fargate tasks at the peak', (profile) => ofTask(profile, 'max_capacity')],
    ['Application Load Balancer', (profile) => number(count(profile, 'aws_lb'))],
    ['NAT gateways', (profile) => number(count(profile, 'aws_nat_gateway'))],
    ['public IPv4 addresses', (profile) => number(publicAddresses(profile))],
    ['interface endpoints, each in a zone', (profile) => endpoints(profile)],
    ['Aurora instances', (profile) => named(platform(profile, 'aws_rds_cluster_instance'), 'instance_class')],
    ['Aurora capacity units', (profile) => capacityUnits(profile)],
    ['RDS Proxy, by the vCPU of these', (profile) => number(count(profile, 'aws_db_proxy'))],
    ['Redis nodes', (profile) => redisNodes(profile)],
    ['Kinesis shards', (profile) => shards(profile)],
  ]);
}

/** What is billed by the month for being there. */
export function monthlyTable(): string {
  const both = (type: string) => (profile: Profile) => number(count(profile, type));
  return perProfile([
    ['CloudWatch alarms', both('aws_cloudwatch_metric_alarm')],
    ['composite alarms', both('aws_cloudwatch_composite_alarm')],
    ['dashboards', both('aws_cloudwatch_dashboard')],
    ['KMS keys', both('aws_kms_key')],
    ['secrets', both('aws_secretsmanager_secret')],
    ['web ACLs', both('aws_wafv2_web_acl')],
    ['rules in them', (profile) => number(lengthOf(platform(profile, 'aws_wafv2_web_acl')[0]?.rule))],
  ]);
}

/** USD a day in the priced region, of what a price was found for. */
export function pricedTable(): string {
  const names = (Object.keys(prices) as Priced[]).filter((name) => columns.some((profile) => hourly(profile)[name] > 0));
  const usd = (profile: Profile, name: Priced): number => hourly(profile)[name] * prices[name].usdPerHour * 24;
  const rows = names.map((name) => {
    const { unit, usdPerHour, page, listedOn } = prices[name];
    return [`[${unit}](${page})`, `${usdPerHour}`, listedOn, ...columns.map((profile) => amount(usd(profile, name)))];
  });
  const sums = columns.map((profile) => `**${names.reduce((sum, name) => sum + usd(profile, name), 0).toFixed(2)}**`);
  const heads = ['what', 'USD an hour', 'listed on', ...profileNames.map((name) => `${name}, USD a day`)];
  return table(heads, [...rows, ['together', '', '', ...sums]]);
}

/** As the comment of a pull request says it. */
export function previewTable(): string {
  const shared = sharedQuantitiesOf(stackNamed('staging/service-pr-7').json);
  const isolated = isolatedQuantitiesOf(stackNamed('preview/platform').json, stackNamed('preview/service').json);
  const text = (quantities: typeof shared): string => costText(estimateCost(quantities, pricedRegion));
  return table(
    ['preview', 'what the comment says'],
    [
      ['shared: a service on staging', text(shared)],
      ['isolated: a platform of its own', text(isolated)],
    ],
  );
}

export function gameDayTable(): string {
  const rows = drills.map((drill) => {
    const minutes = actionMinutes(drill);
    const length = plannedSeconds(drill.actions) / 60;
    return [`\`${drill.id}\``, `${number(length)} min`, number(minutes), `$${(minutes * usdPerActionMinute).toFixed(2)}`];
  });
  return table(['drill', 'lasts', 'action-minutes', 'for FIS'], rows);
}

/** Of actions that last; the others are done in seconds. */
function actionMinutes({ actions }: DrillDefinition): number {
  return actions.reduce((sum, { durationSeconds = 0 }) => sum + Math.round(durationSeconds / 60), 0);
}

type Body = Readonly<Record<string, unknown>>;

function bodies({ name }: Profile, layer: 'platform' | 'service', type: string): readonly Body[] {
  const label: Label = `${name}/${layer}`;
  return stackNamed(label)
    .resources.filter((resource) => resource.type === type)
    .map(({ body }) => body);
}

const platform = (profile: Profile, type: string) => bodies(profile, 'platform', type);
const service = (profile: Profile, type: string) => bodies(profile, 'service', type);

function count(profile: Profile, type: string): number {
  return platform(profile, type).length + service(profile, type).length;
}

function sizes({ concurrentStudents, zones }: Profile) {
  return planCapacity(concurrentStudents, zones);
}

function hourly(profile: Profile): Readonly<Record<Priced, number>> {
  const { vcpus, memoryGib } = taskOf(profile);
  const tasks = Number(service(profile, 'aws_appautoscaling_target')[0]?.min_capacity);
  return {
    'fargate-vcpu': tasks * vcpus,
    'fargate-gb': tasks * memoryGib,
    'load-balancer': count(profile, 'aws_lb'),
    'nat-gateway': count(profile, 'aws_nat_gateway'),
    'public-ipv4': publicAddresses(profile),
    'aurora-acu': leastCapacityUnits(profile),
  };
}

function taskOf(profile: Profile) {
  const [definition] = service(profile, 'aws_ecs_task_definition');
  return { vcpus: Number(definition?.cpu) / 1024, memoryGib: Number(definition?.memory) / 1024 };
}

function ofTask(profile: Profile, limit: 'min_capacity' | 'max_capacity'): string {
  const { vcpus, memoryGib } = taskOf(profile);
  return `${number(Number(service(profile, 'aws_appautoscaling_target')[0]?.[limit]))} of ${vcpus} vCPU, ${memoryGib} GB`;
}

/** One of the load balancer in each zone, one of each NAT gateway. */
function publicAddresses(profile: Profile): number {
  return lengthOf(platform(profile, 'aws_lb')[0]?.subnets) + count(profile, 'aws_eip');
}

function endpoints(profile: Profile): string {
  const found = platform(profile, 'aws_vpc_endpoint').filter((body) => body.vpc_endpoint_type === 'Interface');
  const zones = found.map(({ subnet_ids }) => lengthOf(subnet_ids));
  return found.length === 0 ? 'none' : `${found.length} x ${Math.max(...zones)} = ${zones.reduce((sum, each) => sum + each, 0)}`;
}

function capacityUnits(profile: Profile): string {
  const { database } = profile;
  return database.kind === 'serverless' ? `${leastCapacityUnits(profile)} to ${database.maxCapacity * database.instances}` : '–';
}

function leastCapacityUnits(profile: Profile): number {
  const scaling = platform(profile, 'aws_rds_cluster')[0]?.serverlessv2_scaling_configuration as Body | undefined;
  return scaling === undefined ? 0 : Number(scaling.min_capacity) * count(profile, 'aws_rds_cluster_instance');
}

function redisNodes(profile: Profile): string {
  const [group] = platform(profile, 'aws_elasticache_replication_group');
  return `${Number(group?.num_cache_clusters)} x ${String(group?.node_type)}`;
}

function shards(profile: Profile): string {
  const [stream] = platform(profile, 'aws_kinesis_stream');
  return stream?.shard_count === undefined ? 'on demand' : String(stream.shard_count);
}

function named(found: readonly Body[], key: string): string {
  return `${found.length} x ${String(found[0]?.[key])}`;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function perProfile(rows: readonly (readonly [what: string, of: (profile: Profile) => string])[]): string {
  return table(
    ['', ...profileNames],
    rows.map(([what, of]) => [what, ...columns.map(of)]),
  );
}

function amount(usd: number): string {
  return usd === 0 ? '–' : usd.toFixed(2);
}

function number(value: number, digits = 0): string {
  return value.toLocaleString('en', { maximumFractionDigits: digits === 0 && !Number.isInteger(value) ? 2 : digits });
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
