// What a repository adds to the lists of Opsdeck: what its file exports, where that is found, and whether it fits what is there.
import type { CommandDefinition } from './command.ts';
import { isJsonObject } from './config-file.ts';
import type { DrillDefinition } from './drill.ts';
import type { Kpi, KpiCatalogue } from './kpi.ts';
import type { AnyRunbook } from './runbook.ts';

/** What is known of a runbook without its ports. */
type KnownRunbook = Pick<AnyRunbook<never>, 'id' | 'symptoms'>;

/** @typeParam R runbooks, over the ports that there are */
export interface OwnDefinitions<R extends KnownRunbook = KnownRunbook> {
  readonly commands?: readonly CommandDefinition[];
  readonly kpis?: readonly Kpi[];
  readonly drills?: readonly DrillDefinition[];
  readonly runbooks?: readonly R[];
}

/** What stacks are made of: experiments, alarms and dashboards. */
export type StackDefinitions = Pick<OwnDefinitions, 'kpis' | 'drills'>;

export function withOwnKpis(catalogue: KpiCatalogue, { kpis = [] }: Pick<OwnDefinitions, 'kpis'>): KpiCatalogue {
  return { ...catalogue, kpis: [...catalogue.kpis, ...kpis] };
}

/** Two folders beside each other, as `actions` and `dist` are in the repository of Opsdeck. */
export const ownActionsFolder = '.github/opsdeck/actions';
export const ownBundlesFolder = '.github/opsdeck/dist';

/** `{ "file": "ops/own.ts" }`: there while `.projenrc` names the file, so that nobody takes what is left of it for what is meant. */
export const ownSourcePath = '.github/opsdeck/own.json';
/** The definitions as the bundles of the actions have them, for a terminal: it needs no TypeScript, and knows what GitHub would run. */
export const ownDefinitionsPath = `${ownBundlesFolder}/definitions.js`;

export const ownKinds = ['commands', 'kpis', 'drills', 'runbooks'] as const;
type OwnKind = (typeof ownKinds)[number];

const idPattern = /^[a-z\d]+(?:-[a-z\d]+)*$/;
const patterns: Readonly<Record<OwnKind, RegExp>> = {
  commands: /^[a-z\d]+(?:-[a-z\d]+)*(?: [a-z\d]+(?:-[a-z\d]+)*)*$/,
  kpis: idPattern,
  drills: idPattern,
  runbooks: idPattern,
};

/** Lists without which a definition cannot be held against the others. */
const lists: Readonly<Record<OwnKind, readonly string[]>> = {
  commands: [],
  kpis: ['aborts'],
  drills: ['hypothesis', 'actions'],
  runbooks: ['symptoms', 'steps'],
};

/** @param own what the repository's file exports, whoever wrote it. @returns everything for which it cannot be added, as sentences */
export function problemsOfOwn(own: unknown, ours: Required<OwnDefinitions>): readonly string[] {
  if (!isJsonObject(own)) return ['It exports no object called "own".'];
  const strange = Object.keys(own).filter((key) => !ownKinds.some((kind) => kind === key));
  const problems = [
    ...strange.map((key) => `own.${key.slice(0, 60)} is none of ${ownKinds.join(', ')}.`),
    ...ownKinds.flatMap((kind) => problemsOfList(kind, own[kind] ?? [], idsOf(kind, ours[kind]))),
  ];
  // What is no definition can name no other.
  if (problems.length > 0) return problems;
  const definitions = own as OwnDefinitions;
  return [...unknownReferences(definitions, ours), ...tooManyStops(definitions, ours)];
}

/** Stop conditions of one experiment: https://docs.aws.amazon.com/fis/latest/userguide/fis-quotas.html */
const mostStops = 5;

function tooManyStops({ kpis = [] }: OwnDefinitions, ours: Required<OwnDefinitions>): readonly string[] {
  const stops = (list: readonly Kpi[]) =>
    list.filter(({ layer, aborts }) => layer === 'platform' && aborts.some((what) => what === 'game-day')).length;
  const left = mostStops - stops(ours.kpis);
  return stops(kpis) > left
    ? [`${stops(kpis)} KPIs of the platform end a game day: AWS FIS has room for ${left} beside ours.`]
    : [];
}

function problemsOfList(kind: OwnKind, list: unknown, ours: readonly (string | undefined)[]): readonly string[] {
  if (!Array.isArray(list)) return [`own.${kind} is no list.`];
  const ids = idsOf(kind, list);
  const said = (id: string): string => `own.${kind} has ${JSON.stringify(id.slice(0, 60))}`;
  return ids.flatMap((id, index) => {
    if (id === undefined) return [`own.${kind}[${index}] has no ${kind === 'commands' ? 'name' : 'id'}.`];
    if (!patterns[kind].test(id)) return [`${said(id)}: expected words in lower case with hyphens between.`];
    if (ours.includes(id)) return [`${said(id)}, and so has Opsdeck.`];
    if (ids.indexOf(id) < index) return [`${said(id)} twice.`];
    const missing = lists[kind].filter((name) => !Array.isArray(list[index][name]));
    return missing.map((name) => `${said(id)}, whose ${name} is no list.`);
  });
}

function unknownReferences({ kpis = [], drills = [], runbooks = [] }: OwnDefinitions, ours: Required<OwnDefinitions>) {
  const knownRunbooks = [...ours.runbooks, ...runbooks].map(({ id }) => id);
  const knownKpis = [...ours.kpis, ...kpis].map(({ id }) => id);
  const strangers = (ids: readonly string[], known: readonly string[]) => ids.filter((id) => !known.includes(id));
  return [
    ...kpis.flatMap(({ id, runbook }) =>
      strangers([runbook], knownRunbooks).map((name) => `The KPI ${id} names the runbook ${name}, which there is not.`),
    ),
    ...drills.flatMap(({ id, hypothesis }) =>
      strangers(
        hypothesis.map(({ kpi }) => kpi),
        knownKpis,
      ).map((name) => `The drill ${id} expects something of the KPI ${name}, which there is not.`),
    ),
    ...runbooks.flatMap(({ id, symptoms }) =>
      strangers(symptoms, knownKpis).map((name) => `The runbook ${id} names the KPI ${name}, which there is not.`),
    ),
  ];
}

/** What tells the definitions of a kind apart; nothing for what has none. */
function idsOf(kind: OwnKind, list: readonly unknown[]): readonly (string | undefined)[] {
  return list.map((definition) => {
    const id = isJsonObject(definition) ? definition[kind === 'commands' ? 'name' : 'id'] : undefined;
    return typeof id === 'string' ? id : undefined;
  });
}
