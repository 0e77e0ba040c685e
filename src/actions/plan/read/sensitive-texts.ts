// Collects the texts that a plan marks as sensitive somewhere, so that they can be hidden wherever else they turn up.
import { isRecord, type Json, type Mask } from '../model.ts';

/** Shorter ones would hide ordinary words all over the plan. */
export const shortestSensitiveText = 8;
/** A line of a sensitive multi-line text, which may be indented elsewhere: shorter ones are rarely secrets of their own. */
const shortestLine = 16;

/** Inside of a sensitive object or JSON text, these do not say anything secret; hiding them elsewhere would cost legibility. */
const plainKeys = new Set(
  'arn address databaseName database dbname dbInstanceIdentifier endpoint engine host hostname id name port region type user username'.split(
    ' ',
  ),
);
/** Regions and zones: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const plainTexts =
  /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[a-z]?)?-(?:north|south|central)?(?:east|west|central|north|south)-\d[a-z]?$/;

/** Adds what `mask` covers of `value` to `into`. */
export function collectSensitive(value: Json | undefined, mask: Mask, into: Set<string>): void {
  if (mask === true) addAll(value, into);
  else if (typeof mask === 'object' && mask !== null && typeof value === 'object' && value !== null) {
    // Along the mask, not the value: most masks are empty.
    for (const step in mask) if (!isPlainTwin(value, step)) collectSensitive(memberAt(value, step), memberAt(mask, step), into);
  }
}

/**
 * A parameter of SSM shows its text twice. Whoever writes or reads it as `insecure_value` has said that it is no secret:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter#insecure_value-1
 */
function isPlainTwin(value: Json, step: string): boolean {
  return step === 'value' && memberAt(value, 'insecure_value') === memberAt(value, 'value');
}

function memberAt(value: Json, step: string): Json | undefined {
  return Object.hasOwn(value as object, step) ? (value as { readonly [step: string]: Json })[step] : undefined;
}

function addAll(value: Json | undefined, into: Set<string>): void {
  if (typeof value === 'string') addText(value, into);
  else if (typeof value === 'number') addText(String(value), into);
  else if (Array.isArray(value)) for (const element of value) addAll(element, into);
  else if (isRecord(value)) for (const [key, part] of Object.entries(value)) if (!plainKeys.has(key)) addAll(part, into);
}

function addText(text: string, into: Set<string>): void {
  if (text.length < shortestSensitiveText || plainTexts.test(text)) return;
  into.add(text);
  if (text.includes('\n')) for (const line of text.split('\n')) if (line.trim().length >= shortestLine) into.add(line.trim());
  if (text.startsWith('{') || text.startsWith('[')) addAll(parsed(text), into);
  for (const spelling of spellings(text)) if (spelling !== text && spelling.length >= shortestSensitiveText) into.add(spelling);
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** As it looks inside of JSON, of a URL, and of what is encoded on its own, as user data or a Kubernetes secret is. */
function spellings(text: string): readonly string[] {
  const buffer = Buffer.from(text);
  // Most secrets are spelled the same in JSON and in a URL.
  if (/^[\w.~!*'()-]*$/.test(text)) return [buffer.toString('base64')];
  return [JSON.stringify(text).slice(1, -1), encodeURIComponent(buffer.toString()), buffer.toString('base64')];
}
