// What an hour of each thing costs in London on demand: a dated table, for what a public price list was found for.

export interface Price {
  readonly unit: string;
  readonly usdPerHour: number;
  /** AWS's own page about it. */
  readonly page: string;
  /** The price list's name of the line: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html */
  readonly usageType: string;
  /** Day on which the price list was published that has it. */
  readonly listedOn: string;
}

/** The region that all of these are for; anywhere else nothing is priced. */
export const pricedRegion = 'eu-west-2';

/**
 * From AWS's offer files for eu-west-2, which the pages show, too:
 * https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/index.json . To bring a row up to date, read the file of its service.
 */
export const prices = {
  'fargate-vcpu': {
    unit: 'vCPU, Linux on x86',
    usdPerHour: 0.04656,
    page: 'https://aws.amazon.com/fargate/pricing/',
    usageType: 'EUW2-Fargate-vCPU-Hours:perCPU',
    listedOn: '2026-09-11',
  },
  'fargate-gb': {
    unit: 'GB of memory, Linux on x86',
    usdPerHour: 0.00511,
    page: 'https://aws.amazon.com/fargate/pricing/',
    usageType: 'EUW2-Fargate-GB-Hours',
    listedOn: '2026-09-11',
  },
  'load-balancer': {
    unit: 'Application Load Balancer',
    usdPerHour: 0.02646,
    page: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
    usageType: 'EUW2-LoadBalancerUsage',
    listedOn: '2026-09-11',
  },
  'nat-gateway': {
    unit: 'NAT gateway',
    usdPerHour: 0.05,
    page: 'https://aws.amazon.com/vpc/pricing/',
    usageType: 'EUW2-NatGateway-Hours',
    listedOn: '2026-09-25',
  },
  'public-ipv4': {
    unit: 'public IPv4 address',
    usdPerHour: 0.005,
    page: 'https://aws.amazon.com/vpc/pricing/',
    usageType: 'EUW2-PublicIPv4:InUseAddress',
    listedOn: '2026-09-17',
  },
  'aurora-acu': {
    unit: 'Aurora capacity unit, serverless v2, standard',
    usdPerHour: 0.14,
    page: 'https://aws.amazon.com/rds/aurora/pricing/',
    usageType: 'EUW2-Aurora:ServerlessV2Usage',
    listedOn: '2026-10-06',
  },
} as const satisfies Readonly<Record<string, Price>>;

export type Priced = keyof typeof prices;
