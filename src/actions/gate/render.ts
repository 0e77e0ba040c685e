// The gate's verdict in words: Markdown for the pull request, plain lines for a terminal. What is quoted is hostile.
import { cutMiddle } from '../../define/text.ts';
import { escapeText, inlineCode, visibleLine } from '../comment/text.ts';
import type { Refusal } from './gate.ts';
import { isAccepted, type JudgedStack, type OutputVerdict } from './output.ts';

/** More of them help nobody: the first ones are usually the cause. */
const mostRefusals = 20;

/** Of the section: the comment has other parts, and GitHub takes 65,536 characters of it. */
const mostCharacters = 30_000;

/** Of what is quoted in a refusal: both ends of a path tell it from others. */
const longestPlace = 200;
const longestReason = 400;

interface Part {
  readonly name: string;
  readonly refusals: readonly Refusal[];
}

/** A section of the comment on the pull request, and of the step's summary. */
export function renderGate(verdict: OutputVerdict): string {
  const title = isAccepted(verdict) ? '### ✅ Synth gate: passed' : '### ⛔ Synth gate: refused';
  const accepted = acceptedOf(verdict).map(
    ({ folder, resources }) => `- ${inlineCode(folder)}: ${counted(resources, 'resource')}`,
  );
  const parts = partsOf(verdict);
  const refused = parts.map(({ name, refusals }) => {
    const rows = within(mostCharacters / parts.length, refusals.slice(0, mostRefusals).map(markdownRefusal));
    const title = `**${inlineCode(name)}: ${counted(refusals.length, 'refusal')}**`;
    return [title, '', ...rows, ...omitted(refusals.length - rows.length).map((line) => `- ${line}`)].join('\n');
  });
  const lead = isAccepted(verdict) ? [] : ['Nothing of it was planned. The rules that refused it are those of the base branch.'];
  return [title, ...lead, ...(accepted.length > 0 ? [accepted.join('\n')] : []), ...refused].join('\n\n');
}

function markdownRefusal({ rule, constructPath, address, jsonPath, reason, next }: Refusal): string {
  const where = placesOf(constructPath, address ?? jsonPath).map(inlineCode);
  const told = escapeText(cutMiddle(visibleLine(reason), longestReason));
  return `- ${inlineCode(rule)}${where.length > 0 ? ` at ${where.join(' = ')}` : ''}<br>${told}<br>→ ${escapeText(next)}`;
}

/** Lines for a terminal. */
export function renderGateText(verdict: OutputVerdict): string {
  const accepted = acceptedOf(verdict).map(({ folder, resources }) => `✔ ${folder}: accepted, ${counted(resources, 'resource')}`);
  const leftOut = verdict.leftOut.map((folder) => `- ${folder}: left out; not judged, not to be planned`);
  const refused = partsOf(verdict).flatMap(({ name, refusals }) => [
    `✖ ${name}: ${counted(refusals.length, 'refusal')}`,
    ...refusals.slice(0, mostRefusals).flatMap(textRefusal),
    ...omitted(refusals.length - mostRefusals).map((line) => `  ${line}`),
  ]);
  return [...accepted, ...leftOut, ...refused].join('\n');
}

function textRefusal({ rule, constructPath, address, jsonPath, reason, next }: Refusal): readonly string[] {
  const where = placesOf(constructPath, address ?? jsonPath).join(' = ');
  const told = cutMiddle(visibleLine(reason), longestReason);
  return [`  ${rule}${where === '' ? '' : `  ${where}`}`, `    ${told}`, `    → ${next}`];
}

/** On one line each, and short. */
function placesOf(...places: readonly string[]): readonly string[] {
  return places.filter((place) => place !== '').map((place) => cutMiddle(visibleLine(place), longestPlace));
}

/** As many of the first rows as there is room for. */
function within(room: number, rows: readonly string[]): readonly string[] {
  let used = 0;
  return rows.filter((row) => {
    used += row.length + 1;
    return used <= room;
  });
}

function acceptedOf({ stacks }: OutputVerdict): readonly { readonly folder: string; readonly resources: number }[] {
  return stacks.flatMap(({ folder, verdict }) => (verdict.kind === 'accepted' ? [{ folder, resources: verdict.resources }] : []));
}

function partsOf({ stacks, refusals }: OutputVerdict): readonly Part[] {
  const whole = refusals.length > 0 ? [{ name: 'all of it', refusals }] : [];
  return [
    ...whole,
    ...stacks.flatMap(({ folder, verdict }: JudgedStack) =>
      verdict.kind === 'refused' ? [{ name: folder, refusals: verdict.refusals }] : [],
    ),
  ];
}

function omitted(more: number): readonly string[] {
  return more > 0 ? [`and ${more} more`] : [];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
