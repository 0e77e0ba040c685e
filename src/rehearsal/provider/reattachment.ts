// Reads how Terraform can reach a provider that already runs, and says it to Terraform.

/** What a provider tells of itself, in Terraform's own form. */
export type Reattachment = Readonly<Record<string, unknown>>;

/**
 * A provider that was started with `-debug` prints the variable to set, as a line for a shell:
 * https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 *
 * @returns nothing for every other line
 */
export function parseReattachment(line: string): Reattachment | undefined {
  const [, json] = /TF_REATTACH_PROVIDERS='(\{.*\})'\s*$/.exec(line) ?? [];
  const [reattachment, ...others] = Object.values(asObject(parse(json)) ?? {});
  const found = asObject(reattachment);
  return others.length === 0 && isComplete(found) ? found : undefined;
}

/** `address`: as the stack's own lock file has it; a provider knows only its address in Terraform's registry, and not OpenTofu's. */
export function reattachVariables(address: string, reattachment: Reattachment): Readonly<Record<string, string>> {
  return { TF_REATTACH_PROVIDERS: JSON.stringify({ [address]: reattachment }) };
}

/** With less than this Terraform would not say what is wrong, but wait. */
function isComplete(found: Reattachment | undefined): boolean {
  const socket = asObject(found?.Addr);
  return found?.Protocol === 'grpc' && Number.isInteger(found.Pid) && typeof socket?.String === 'string';
}

function parse(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Reattachment | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Reattachment) : undefined;
}
