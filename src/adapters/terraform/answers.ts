// Reads the one JSON answer of the commands that give one, and refuses an answer that is not Terraform's.
import { type Failure, failure } from '../../define/failure.ts';
import type { Diagnostic, OutputValue, StateResource } from '../../ports/terraform.ts';
import type { Command } from './diagnose.ts';
import { parseDiagnostic } from './diagnostics.ts';
import { asObject, asText, type JsonObject } from './json.ts';

/**
 * Read from the bytes at once: a plan's JSON can have hundreds of megabytes.
 *
 * @throws `terraform/unreadable-output`, also beyond the longest text that Node can hold (about 512 MB)
 */
export function parseAnswer(command: Command, stdout: Buffer): JsonObject {
  const details = [stdout.subarray(0, 200).toString('utf8').trim()].filter(Boolean);
  let answer: JsonObject | undefined;
  try {
    answer = asObject(JSON.parse(stdout.toString('utf8')));
  } catch (cause) {
    throw unreadable({ command, details, cause });
  }
  if (answer === undefined) throw unreadable({ command, details });
  return answer;
}

export function unreadable(facts: { command: Command; details?: readonly string[]; cause?: unknown }): Failure {
  const { command, details = [], cause } = facts;
  return failure({
    code: 'terraform/unreadable-output',
    what: `The ${command} ended well, but its output is not the JSON that was asked for.`,
    next: 'Check that the binary is Terraform or OpenTofu, and that no TF_CLI_ARGS variable changes what it prints.',
    details,
    cause,
  });
}

/** https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format */
export function diagnosticsOf({ diagnostics }: JsonObject): readonly Diagnostic[] {
  return Array.isArray(diagnostics) ? diagnostics.map(parseDiagnostic).filter((found) => found !== undefined) : [];
}

/** https://developer.hashicorp.com/terraform/cli/commands/output */
export function outputsOf(answer: JsonObject): Readonly<Record<string, OutputValue>> {
  const outputs = Object.entries(answer).map(([name, output]) => {
    const { value, sensitive } = asObject(output) ?? {};
    return [name, { value, sensitive: sensitive === true }] as const;
  });
  return Object.fromEntries(outputs);
}

/** Modules included; an empty state has no values. https://developer.hashicorp.com/terraform/internals/json-format#state-representation */
export function stateResourcesOf({ values }: JsonObject): readonly StateResource[] {
  return resourcesOfModule(asObject(asObject(values)?.root_module) ?? {});
}

function resourcesOfModule({ resources, child_modules }: JsonObject): readonly StateResource[] {
  const own = objectsOf(resources)
    .filter(({ mode }) => mode === 'managed')
    .map(stateResource);
  return [...own, ...objectsOf(child_modules).flatMap(resourcesOfModule)];
}

function stateResource(resource: JsonObject): StateResource {
  const attributes = asObject(resource.values) ?? {};
  const id = asText(attributes.id);
  const arn = asText(attributes.arn);
  return {
    address: asText(resource.address) ?? '',
    resourceType: asText(resource.type) ?? '',
    ...(id !== undefined && { id }),
    ...(arn !== undefined && { arn }),
  };
}

function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(asObject).filter((found) => found !== undefined) : [];
}
