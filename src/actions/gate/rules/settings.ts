// What Terraform itself is told: the backend, the providers and their versions, the provider's settings.
import type { Section } from '../document.ts';
import { isSame } from '../policy.ts';
import { isList, isObject, type JsonPath, type JsonValue } from '../strict-json.ts';
import { defineRules, type Finding, type GateContext, quoted } from './rule.ts';

const terraformSettings = ['backend', 'required_providers', 'required_version'];

export const settingRules = defineRules([
  {
    id: 'settings/backend',
    title: 'The state stays where it belongs',
    why: "Another backend shows the state of another stack, or carries this one's secrets away.",
    next: 'Leave the backend to the stack of the base branch.',
    check: ({ document, policy, json }) => settingFindings({ document, json }, 'backend', policy.backend),
  },
  {
    id: 'settings/required-providers',
    title: 'Only the locked provider, at its locked version',
    why: 'A provider is a program that runs with the credentials of the deployment.',
    next: 'Change the provider or its version on the base branch first.',
    check: ({ document, policy, json }) => settingFindings({ document, json }, 'required_providers', policy.requiredProviders),
  },
  {
    id: 'settings/terraform',
    title: 'Terraform runs as the base branch has it',
    why: 'cloud, provider_meta and experiments send the state or metadata to other services, or switch other rules on.',
    next: 'Remove the setting.',
    check: ({ document, policy, json }) => [
      ...settingFindings({ document, json }, 'required_version', policy.requiredVersion),
      ...sectionsOf(document.sections, 'terraform').flatMap(({ value, at }) =>
        Object.keys(isObject(value) ? value : {})
          .filter((key) => !terraformSettings.includes(key))
          .map((key) => ({ at: [...at, key], reason: `${quoted(key)} is set` })),
      ),
    ],
  },
  {
    id: 'settings/provider',
    title: 'Only the one configuration of the provider',
    why: 'A second provider, or a second configuration of the same, works with other credentials or in another region.',
    next: 'Leave providers to the stack of the base branch.',
    check: ({ document, policy }) =>
      sectionsOf(document.sections, 'provider').flatMap(({ value, at }) =>
        Object.entries(isObject(value) ? value : {}).flatMap(([name, settings]) => [
          ...(Object.hasOwn(policy.providers, name)
            ? []
            : [{ at: [...at, name], reason: `${quoted(name)} is another provider` }]),
          ...(isList(settings) && settings.length > 1
            ? [{ at: [...at, name], reason: `it is configured ${settings.length} times` }]
            : []),
          ...bodiesOf(settings)
            .filter((body) => 'alias' in body)
            .map(() => ({ at: [...at, name], reason: 'it has an alias' })),
        ]),
      ),
  },
  {
    id: 'settings/provider-settings',
    title: 'The provider keeps its settings',
    why: 'Endpoints, profiles, roles, proxies and credential files of the provider decide whom the credentials are shown to.',
    next: 'Leave the settings of the provider, its default tags included, to the stack of the base branch.',
    check: ({ document, policy, json }) => {
      const sections = sectionsOf(document.sections, 'provider');
      if (json !== undefined && sections.length === 0) return [{ at: [], reason: 'the provider is not configured' }];
      return sections.flatMap(({ value, at }) =>
        Object.entries(policy.providers)
          .filter(([name, settings]) => !isSame(isObject(value) ? value[name] : undefined, settings))
          .map(([name]) => ({
            at: [...at, name],
            reason: providerReason(isObject(value) ? value[name] : undefined, policy.providers[name]),
          })),
      );
    },
  },
]);

function sectionsOf(sections: readonly Section[], name: string): readonly Section[] {
  return sections.filter((section) => section.name === name);
}

/** Every `terraform` block has the setting, as it must be; and there is one. */
function settingFindings(
  { document, json }: Pick<GateContext, 'document' | 'json'>,
  key: string,
  expected: JsonValue,
): readonly Finding[] {
  const sections = sectionsOf(document.sections, 'terraform');
  if (sections.length === 0) return json === undefined ? [] : [{ at: [], reason: `there is no ${key}` }];
  return sections.flatMap(({ value, at }) => {
    const place: JsonPath = [...at, key];
    const actual = isObject(value) ? value[key] : undefined;
    if (actual === undefined) return [{ at: place, reason: `there is no ${key}` }];
    return isSame(actual, expected) ? [] : [{ at: place, reason: `it is not ${JSON.stringify(expected)}` }];
  });
}

function bodiesOf(value: JsonValue): readonly { readonly [key: string]: JsonValue }[] {
  if (isList(value)) return value.flatMap(bodiesOf);
  return isObject(value) ? [value] : [];
}

function providerReason(actual: JsonValue | undefined, expected: JsonValue | undefined): string {
  const known = new Set(bodiesOf(expected ?? null).flatMap((body) => Object.keys(body)));
  const extra = bodiesOf(actual ?? null).flatMap((body) => Object.keys(body).filter((key) => !known.has(key)));
  return extra.length > 0 ? `it sets ${extra.map(quoted).join(', ')}` : `it is not ${JSON.stringify(expected)}`;
}
