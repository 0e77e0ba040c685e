// The one comment of a pull request is made of slots; each job writes its own, and leaves the others as they are.

/** In the order in which a person reads them. */
export const slotNames = [
  'verdict',
  'danger',
  'preview',
  'environment',
  'kpis',
  'policy',
  'changes',
  'drift',
  'commands',
] as const;
export type SlotName = (typeof slotNames)[number];

/** What to write; an empty text takes the slot out of the comment. */
export type SlotTexts = Readonly<Partial<Record<SlotName, string>>>;

/** The marker of the comment itself, see the Comments port. */
export const pullRequestMarker = 'pull-request';

/**
 * GitHub refuses bodies of over 65,536 characters: https://docs.github.com/en/rest/issues/comments . What the plan leaves of
 * this is for the other slots.
 */
export const commentBudget = 60_000;

const slotPattern = /<!-- opsdeck:slot (\S+) -->\n([\s\S]*?)\n<!-- opsdeck:end \1 -->/g;

/** @returns the comment's text with these slots replaced; texts that stood outside of slots are not kept */
export function composeComment(current: string, updates: SlotTexts): string {
  const texts: SlotTexts = { ...readSlots(current), ...updates };
  return slotNames.flatMap((name) => (texts[name]?.trim() ? [wrap(name, texts[name])] : [])).join('\n\n');
}

export function readSlots(body: string): SlotTexts {
  return Object.fromEntries(
    [...body.replaceAll('\r\n', '\n').matchAll(slotPattern)].flatMap(([, name, text]) => (isSlot(name) ? [[name, text]] : [])),
  );
}

function isSlot(name: string | undefined): name is SlotName {
  return slotNames.some((each) => each === name);
}

/** A text that holds one of our own markers would end its slot, or open another one. */
function wrap(name: SlotName, text: string): string {
  const inner = text.replaceAll('<!-- opsdeck:', '<!-- ');
  return `<!-- opsdeck:slot ${name} -->\n${inner.trim()}\n<!-- opsdeck:end ${name} -->`;
}
