// What a preview costs a day, from what it runs; what has no price in the table is named, never guessed.
import { type Priced, pricedRegion, prices } from './prices.ts';

/** Something that a preview runs all day. */
export interface Quantity {
  /** `2 Fargate tasks` */
  readonly label: string;
  /** How much of what; nothing where there is no price for it. */
  readonly uses: Readonly<Partial<Record<Priced, number>>>;
}

export interface CostEstimate {
  readonly usdPerDay: number;
  readonly priced: readonly string[];
  readonly notPriced: readonly string[];
  /** The oldest of the prices that it is made of. */
  readonly listedOn?: string;
}

export interface TaskCount {
  readonly tasks: number;
  readonly vcpus: number;
  readonly memoryGib: number;
}

/** Its own service; the platform below is there anyway. */
export function sharedQuantities({ tasks, vcpus, memoryGib }: TaskCount): readonly Quantity[] {
  return [
    {
      label: `${tasks} Fargate ${tasks === 1 ? 'task' : 'tasks'}`,
      uses: { 'fargate-vcpu': tasks * vcpus, 'fargate-gb': tasks * memoryGib },
    },
    { label: 'logs and metrics', uses: {} },
    { label: 'data transfer', uses: {} },
  ];
}

export interface PlatformCount extends TaskCount {
  readonly zones: number;
  readonly natGateways: number;
  /** What Aurora keeps running when nobody is there. */
  readonly minimumAcus: number;
}

export function isolatedQuantities(count: PlatformCount): readonly Quantity[] {
  const { zones, natGateways, minimumAcus } = count;
  return [
    ...sharedQuantities(count),
    { label: 'a load balancer', uses: { 'load-balancer': 1, 'public-ipv4': zones } },
    {
      label: natGateways === 1 ? 'a NAT gateway' : `${natGateways} NAT gateways`,
      uses: { 'nat-gateway': natGateways, 'public-ipv4': natGateways },
    },
    { label: `${minimumAcus} Aurora capacity units`, uses: { 'aurora-acu': minimumAcus } },
    { label: 'Redis', uses: {} },
    { label: 'RDS Proxy', uses: {} },
    { label: 'Kinesis and Firehose', uses: {} },
    { label: 'WAF, keys and secrets', uses: {} },
  ];
}

export function estimateCost(quantities: readonly Quantity[], region: string): CostEstimate {
  const isPriced = ({ uses }: Quantity): boolean => region === pricedRegion && Object.keys(uses).length > 0;
  const rows = quantities.filter(isPriced).flatMap(({ uses }) => Object.entries(uses) as [Priced, number][]);
  const usdPerHour = rows.reduce((sum, [name, amount]) => sum + amount * prices[name].usdPerHour, 0);
  const [listedOn] = rows.map(([name]) => prices[name].listedOn).sort();
  return {
    usdPerDay: usdPerHour * 24,
    priced: quantities.filter(isPriced).map(({ label }) => label),
    notPriced: quantities.filter((one) => !isPriced(one)).map(({ label }) => label),
    ...(listedOn !== undefined && { listedOn }),
  };
}

/** `about $1.36 a day (2 Fargate tasks; list prices of 2026-09-11; not priced: logs and metrics)` */
export function costText({ usdPerDay, priced, notPriced, listedOn }: CostEstimate): string {
  if (listedOn === undefined) return notPriced.length > 0 ? `not priced (${notPriced.join(', ')})` : 'not priced';
  const missing = notPriced.length > 0 ? `; not priced: ${notPriced.join(', ')}` : '';
  return `about $${usdPerDay.toFixed(2)} a day (${priced.join(', ')}; list prices of ${listedOn}${missing})`;
}
