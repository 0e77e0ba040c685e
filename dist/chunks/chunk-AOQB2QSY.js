import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  replyMarker,
  withLine
} from "./chunk-C6DGU2Q5.js";
import {
  parseLeg
} from "./chunk-WWA2DAON.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode,
  link
} from "./chunk-ZUV5XRPE.js";

// src/actions/chatops/progress-line.ts
var pauseSeconds = 15;
function openProgressLine(world, command) {
  if (command === void 0) return { tell: () => void 0, end: async () => void 0 };
  const leg = parseLeg(command);
  const over = new AbortController();
  let wanted;
  let showing;
  const show = async () => {
    while (wanted !== void 0 && !over.signal.aborted) {
      const words2 = wanted;
      wanted = void 0;
      await edit(world, leg, words2);
      await world.clock.sleep(pauseSeconds * 1e3, over.signal).catch(() => void 0);
    }
    showing = void 0;
  };
  return {
    tell: (words2) => {
      if (over.signal.aborted) return;
      wanted = words2;
      showing ??= show();
    },
    end: async () => {
      over.abort();
      await showing;
    }
  };
}
async function edit({ comments, progress, runUrl }, leg, words2) {
  const line = `⏳ ${inlineCode(leg.text)}: ${escapeText(words2)} · ${link("run", runUrl)}`;
  await attempt(
    { progress },
    "show the progress",
    () => comments.revise(leg.pullRequest, replyMarker(leg), (current) => withLine(current, leg.index, line))
  );
}

// src/actions/preview/terraform-lines.ts
var words = {
  create: "created",
  update: "changed",
  replace: "replaced",
  delete: "destroyed"
};
function terraformLines(progress) {
  return (event) => {
    if (event.kind === "done" && words[event.action]) {
      progress.info(`  ${words[event.action]} ${event.address} (${Math.round(event.elapsedSeconds)} s)`);
    }
    if (event.kind === "failed") progress.info(`  failed ${event.address}`);
  };
}

export {
  openProgressLine,
  terraformLines
};
