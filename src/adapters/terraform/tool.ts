// The two programs that can do the work, and where each of them takes providers from.

export type Tool = 'terraform' | 'tofu';

/** The registry of a provider that a stack names without a host, as in `hashicorp/aws`. */
export const registryOf: Readonly<Record<Tool, string>> = {
  terraform: 'registry.terraform.io',
  tofu: 'registry.opentofu.org',
};
