import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  replyMarker,
  withLine
} from "./chunk-HSY6F4OR.js";
import {
  parseLeg
} from "./chunk-TMEDGICA.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode,
  link
} from "./chunk-6W7UW3BG.js";

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
      const words = wanted;
      wanted = void 0;
      await edit(world, leg, words);
      await world.clock.sleep(pauseSeconds * 1e3, over.signal).catch(() => void 0);
    }
    showing = void 0;
  };
  return {
    tell: (words) => {
      if (over.signal.aborted) return;
      wanted = words;
      showing ??= show();
    },
    end: async () => {
      over.abort();
      await showing;
    }
  };
}
async function edit({ comments, progress, runUrl }, leg, words) {
  const line = `⏳ ${inlineCode(leg.text)}: ${escapeText(words)} · ${link("run", runUrl)}`;
  await attempt(
    { progress },
    "show the progress",
    () => comments.revise(leg.issue, replyMarker(leg), (current) => withLine(current, leg.index, line))
  );
}

export {
  openProgressLine
};
