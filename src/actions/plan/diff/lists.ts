// Pairs the elements of two lists by what they are rather than by where they stand: a plan does not say which lists are sets.
import { maskAt, masksAnything } from '../mask.ts';
import { isRecord, type Json } from '../model.ts';
import { canonical } from '../read/canonical.ts';
import type { Side, Step } from './shown.ts';

export interface Pair {
  readonly one: Side | undefined;
  readonly other: Side | undefined;
  readonly step: Step;
}

interface Element {
  readonly side: Side;
  readonly index: number;
}

/** Attributes that tell an element of a list from the others, the most telling first. */
const identities = ['name', 'Name', 'key', 'Key', 'id', 'Id', 'Sid', 'sid', 'rule_id', 'container_name', 'title'];

/** Equal elements are left out: they do not change. */
export function pairElements(before: readonly Side[], after: readonly Side[]): readonly Pair[] {
  const [removed, added] = withoutEqual(toElements(before), toElements(after));
  const partners = new Map(added.map((element) => [identityOf(element), element]));
  const pairs: Pair[] = [];
  const alone: Element[] = [];
  for (const element of removed) {
    const partner = partners.get(identityOf(element));
    if (partner === undefined || identityOf(element) === undefined) alone.push(element);
    else {
      pairs.push(pair(element, partner));
      partners.delete(identityOf(element));
    }
  }
  const paired = new Set(pairs.map(({ other }) => other));
  return [
    ...pairs,
    ...inOrder(
      alone,
      added.filter(({ side }) => !paired.has(side)),
    ),
  ];
}

export function hasSameElements(one: Json | undefined, other: Json | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  const spell = (list: readonly Json[]) => canonical(list.map((element) => canonical(element)).sort());
  return spell(one) === spell(other);
}

function toElements(sides: readonly Side[]): readonly Element[] {
  return sides.map((side, index) => ({ side, index }));
}

/** Takes out what stands on both sides, once for each time it does. */
function withoutEqual(before: readonly Element[], after: readonly Element[]): readonly [readonly Element[], readonly Element[]] {
  const open = new Map<string, Element[]>();
  for (const element of after) {
    const text = spelled(element);
    if (text !== undefined) open.set(text, [...(open.get(text) ?? []), element]);
  }
  const matched = new Set<Element>();
  const removed = before.filter((element) => {
    const match = open.get(spelled(element) ?? '')?.shift();
    if (match !== undefined) matched.add(match);
    return match === undefined;
  });
  return [removed, after.filter((element) => !matched.has(element))];
}

/** Undefined for what is not known yet: it equals nothing. */
function spelled({ side }: Element): string | undefined {
  return masksAnything(side.unknown) ? undefined : canonical(side.value ?? null);
}

function identityOf({ side: { value, sensitive } }: Element): string | undefined {
  if (!isRecord(value) || sensitive === true) return undefined;
  const key = identities.find((name) => typeof value[name] === 'string' && !masksAnything(maskAt(sensitive, name)));
  return key === undefined ? undefined : `${key}=${value[key]}`;
}

/** What has no name is paired in order: often the same element with a change. Plain values are not: one goes, another comes. */
function inOrder(removed: readonly Element[], added: readonly Element[]): readonly Pair[] {
  const [oneByOne, other] = [removed.filter(isContainer), added.filter(isContainer)];
  const paired = oneByOne.slice(0, other.length).map((element, index) => pair(element, other[index] as Element));
  const rest = [...removed.filter((element) => !isContainer(element)), ...oneByOne.slice(other.length)];
  const more = [...added.filter((element) => !isContainer(element)), ...other.slice(oneByOne.length)];
  return [
    ...paired,
    ...rest.map((element) => ({ one: element.side, other: undefined, step: stepOf(element) })),
    ...more.map((element) => ({ one: undefined, other: element.side, step: stepOf(element) })),
  ];
}

function isContainer({ side: { value } }: Element): boolean {
  return typeof value === 'object' && value !== null;
}

function pair(one: Element, other: Element): Pair {
  return { one: one.side, other: other.side, step: stepOf(other) };
}

function stepOf(element: Element): Step {
  const label = identityOf(element)?.replace(/^[^=]*=/, '');
  return label === undefined ? { step: element.index } : { step: element.index, label };
}
