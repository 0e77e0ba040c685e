// The regions a platform can be put in: those with three availability zones that every account sees by the same letters.

/** Zone letters by region: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html */
const zoneLetters = {
  'ap-southeast-1': ['a', 'b', 'c'],
  'ap-southeast-2': ['a', 'b', 'c'],
  'eu-central-1': ['a', 'b', 'c'],
  'eu-north-1': ['a', 'b', 'c'],
  'eu-west-1': ['a', 'b', 'c'],
  'eu-west-2': ['a', 'b', 'c'],
  'eu-west-3': ['a', 'b', 'c'],
  'us-east-2': ['a', 'b', 'c'],
  'us-west-2': ['a', 'b', 'c'],
} as const;

export type Region = keyof typeof zoneLetters;

export const regions = Object.keys(zoneLetters) as readonly Region[];

export function isRegion(text: string): text is Region {
  return Object.hasOwn(zoneLetters, text);
}

/** Names of the first `count` zones: `eu-west-2a`, `eu-west-2b`, ... */
export function zonesOf(region: Region, count: number): readonly string[] {
  return zoneLetters[region].slice(0, count).map((letter) => `${region}${letter}`);
}
