import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  parseKey,
  slotKey,
  slotsPrefix
} from "./chunk-SRSD7JIV.js";
import {
  renderObstacle,
  renderWayOut
} from "./chunk-3HQIWQCE.js";
import {
  relativeText
} from "./chunk-YKXHXIZI.js";
import {
  escapeText,
  inlineCode
} from "./chunk-6W7UW3BG.js";
import {
  instant,
  parseRecord,
  wholeNumber
} from "./chunk-NZLX3UOY.js";

// src/actions/preview/section.ts
var shownLeftovers = 20;
function renderPreviewSection(view) {
  const { title, lines } = partsOf(view);
  return [`### Preview: ${title}`, "", ...lines].join("\n");
}
function partsOf(view) {
  switch (view.kind) {
    case "none":
      return { title: "none", lines: [`There is none, because ${escapeText(view.reason)}.`] };
    case "fork":
      return {
        title: "none",
        lines: [
          "There is none: the pull request comes from a fork, whose code gets no credentials. A maintainer who has read it can push the commit to a branch of this repository."
        ]
      };
    case "queued":
      return { title: "queued", lines: queued(view) };
    case "deploying":
      return { title: "deploying", lines: deploying(view) };
    case "live":
      return { title: "live", lines: live(view) };
    case "failed":
      return { title: `${view.doing} failed`, lines: failed(view) };
    case "superseded":
      return {
        title: "superseded",
        lines: [
          `${shaText(view.headSha)} is not deployed: ${shaText(view.by)} was pushed meanwhile, and its own run deploys it.`
        ]
      };
    case "held":
      return { title: "held", lines: held(view) };
    case "locked":
      return {
        title: "locked",
        lines: [
          `Could not ${escapeText(view.doing)}: ${escapeText(view.by)} works on the preview (${escapeText(view.reason)}). Run the job again when that has ended.`
        ]
      };
    case "destroyed":
      return { title: "destroyed", lines: destroyed(view) };
    default:
      return view;
  }
}
function queued({ shape, live: live2, maximum, holders }) {
  const who = holders.length > 0 ? `: ${holders.map((number) => `#${number}`).join(", ")}` : "";
  return [
    `It waits for a place: ${live2} of at most ${maximum} ${shape} previews are up${who}.`,
    "",
    "A place becomes free when one of these pull requests is closed, when its preview expires, or when somebody comments `/preview destroy` on it. Push again, or comment `/preview deploy`, to try again."
  ];
}
function deploying({ headSha, position, step, shape, runUrl }) {
  const bringUp = shape.shape === "isolated" && shape.layout !== "platform" ? ["- service: planned after the platform is up."] : [];
  return [
    `Deploying ${shaText(headSha)}: step ${position.number} of ${position.of} (${step}), [log](${runUrl}).`,
    "",
    `- ${shapeText(shape)}`,
    ...bringUp
  ];
}
function live({ url, headSha, shape, expiresAt, now, cost, supersededBy }) {
  const behind = supersededBy === void 0 ? "" : ` ${shaText(supersededBy)} was pushed meanwhile, and is deployed next.`;
  return [
    `${url || "It"} runs ${shaText(headSha)}.${behind}`,
    "",
    `- ${shapeText(shape)}`,
    `- Goes on ${relativeText(expiresAt, now)}, later with every push. \`/preview extend 24h\` gives it longer, \`/preview destroy\` removes it now.`,
    ...cost ? [`- Costs ${escapeText(cost)}.`] : []
  ];
}
function failed({ doing, step, failure, runUrl }) {
  return [
    `The ${doing} failed at the step ${step} ([log](${runUrl})): ${escapeText(failure.what)}`,
    "",
    `- Next: ${escapeText(failure.next)}`,
    `- ${inlineCode(failure.code)}`
  ];
}
function held({ headSha, environment, by, up }) {
  const stays = up ? [`- ${up.url || "It"} still runs ${shaText(up.headSha)}.`] : [];
  return [
    `${shaText(headSha)} is not deployed. ${renderObstacle(environment, by)}`,
    "",
    ...stays,
    `- It is deployed when that has come to an end (${renderWayOut(environment, by)}) and you push, or comment \`/preview deploy\`.`
  ];
}
function destroyed({ why, leftovers, now }) {
  const said = `Destroyed at ${now.toISOString().slice(0, 16).replace("T", " ")} UTC, because ${escapeText(why)}.`;
  if (leftovers.length === 0) return [`${said} Nothing of it is left.`];
  const shown = leftovers.slice(0, shownLeftovers).map((arn) => `- ${inlineCode(arn)}`);
  const more = leftovers.length > shownLeftovers ? [`- and ${leftovers.length - shownLeftovers} more`] : [];
  return [
    said,
    "",
    "These carry its tags, but belong to no state, and are of kinds that are not removed by themselves. Look at them in the AWS console (Resource Groups, Tag Editor), and remove what is still there:",
    "",
    ...shown,
    ...more
  ];
}
function shapeText({ shape, reason, host, slot, layout }) {
  const because = `because ${escapeText(reason)}`;
  if (layout === "platform") return `A stack of its own, ${because}.`;
  if (shape === "isolated") return `Isolated: a small platform of its own, ${because}.`;
  const place = slot === void 0 ? "" : ` (slot ${slot})`;
  return `Shared: a service of its own on the platform of ${escapeText(host)}${place}, ${because}.`;
}
function shaText(sha) {
  return inlineCode(sha.slice(0, 7));
}

// src/actions/preview/slots.ts
var fields = { pullRequest: wholeNumber, since: instant };
function parseSlotHolder(value) {
  return parseRecord(value, fields);
}
function decideSlot({ taken, pullRequest, preferred, maximum }) {
  const own = taken.filter(({ holder }) => holder?.pullRequest === pullRequest).map(({ slot }) => slot);
  if (own.length > 0) return { kind: "held", slot: Math.min(...own) };
  const isFree = (slot) => !taken.some((one) => one.slot === slot);
  if (preferred !== void 0 && preferred >= 1 && preferred <= maximum && isFree(preferred)) {
    return { kind: "take", slot: preferred };
  }
  for (let slot = 1; slot <= maximum; slot += 1) if (isFree(slot)) return { kind: "take", slot };
  return { kind: "full", live: taken.length, holders: taken.flatMap(({ holder }) => holder?.pullRequest ?? []) };
}

// src/actions/preview/take-slot.ts
async function gatherSlots(documents) {
  const taken = [];
  for (const key of await documents.list(slotsPrefix)) {
    const known = parseKey(key);
    if (known?.kind !== "slot") continue;
    const found = await documents.read(key);
    if (!found) continue;
    const parsed = parseSlotHolder(found.value);
    const holder = parsed.kind === "valid" ? parsed.value : void 0;
    taken.push({ slot: known.slot, holder, version: found.version });
  }
  return taken;
}
async function gatherPreferredSlot(documents, wish) {
  const decision = decideSlot({ ...wish, taken: await gatherSlots(documents) });
  return decision.kind === "full" ? void 0 : decision.slot;
}
async function takeSlot(documents, wish) {
  for (; ; ) {
    const decision = decideSlot({ ...wish, taken: await gatherSlots(documents) });
    if (decision.kind !== "take") return decision;
    const holder = { pullRequest: wish.pullRequest, since: wish.now.toISOString() };
    if (await documents.create(slotKey(decision.slot), holder) !== void 0) return decision;
  }
}
async function releaseSlots(documents, pullRequest) {
  const own = (await gatherSlots(documents)).filter(({ holder }) => holder?.pullRequest === pullRequest);
  for (const { slot, version } of own) await documents.remove(slotKey(slot), version);
  return own.map(({ slot }) => slot);
}

export {
  renderPreviewSection,
  gatherSlots,
  gatherPreferredSlot,
  takeSlot,
  releaseSlots
};
